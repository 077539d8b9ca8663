using ThesisApp.Benchmarks.Contenders;
using ThesisApp.Sandboxes;
using ThesisApp.TestSupport.Containers;
using ThesisApp.TestSupport.Programs;

namespace ThesisApp.Benchmarks.Measurements.Sandboxes;

/// <summary>What is measured: the agent that compiles itself and the published one in every kind of sandbox; with Docker the one in its image, too.</summary>
internal static class SandboxVariants
{
    /// <summary>Names an image that the agent is in (deploy/Dockerfile).</summary>
    public const string ImageVariable = "AGENT_IMAGE";

    /// <summary>Those of a kind that this machine has, or why there are none.</summary>
    public static async Task<(IReadOnlyList<SandboxVariant> Variants, string? Reason)> OfAsync(string kind, DockerEngine engine, CancellationToken cancellationToken)
    {
        if (kind == SandboxKinds.Docker)
        {
            return await engine.TryStartAsync(cancellationToken) is { } missing ? ([], missing) : (OfDocker(engine), null);
        }

        SandboxReport report = await SandboxLaunchers.Create(new SandboxOptions { Kind = kind }, TimeProvider.System).ExamineAsync(cancellationToken);
        return report.IsAvailable
            ? ([new(kind, "compiling itself", []), new(kind, PublishedProgram.Agent.Form, PublishedAgent.Settings)], null)
            : ([], report.Reason);
    }

    // Lent to an image of this machine's own programs, which has no runtime: that is lent, too.
    private static List<SandboxVariant> OfDocker(DockerEngine engine)
    {
        (string, string)[] settings = [("DOCKER_HOST", engine.Endpoint.ToString()), ("Sandboxes__Image", DockerEngine.Image)];
        List<SandboxVariant> variants =
        [
            new(SandboxKinds.Docker, "compiling itself", [.. settings, ("Sandboxes__ReadOnlyPaths__0", BuiltPrograms.Runtime)]),
            new(SandboxKinds.Docker, PublishedProgram.Agent.Form, [.. settings, .. PublishedAgent.Settings, ("Sandboxes__ReadOnlyPaths__1", BuiltPrograms.Runtime)]),
        ];
        if (Environment.GetEnvironmentVariable(ImageVariable) is { Length: > 0 } image)
        {
            variants.Add(new(SandboxKinds.Docker, $"the one in the image {image}", [settings[0], ("Sandboxes__Image", image), ("Sandboxes__AgentInImage", "true")]));
        }

        return variants;
    }
}
