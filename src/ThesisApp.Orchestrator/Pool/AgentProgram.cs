using System.Reflection;
using System.Runtime.InteropServices;
using ThesisApp.Sandboxes;

namespace ThesisApp.Orchestrator.Pool;

/// <summary>Where the agent is that sandboxes run.</summary>
/// <param name="Command">How it is started.</param>
/// <param name="Paths">What of this machine it reads.</param>
internal sealed record AgentProgram(IReadOnlyList<string> Command, IReadOnlyList<string> Paths)
{
    private const string Name = "ThesisApp.Agent";

    /// <summary>Finds it: named by the options, packed beside the orchestrator, or built in the repository.</summary>
    /// <exception cref="InvalidOperationException">It is not there.</exception>
    public static AgentProgram Find(SandboxOptions options)
    {
        if (options.Command.Count > 0)
        {
            return new AgentProgram([.. options.Command], [.. options.ReadOnlyPaths]);
        }

        if (options.Kind == SandboxKinds.Kubernetes || (options.Kind == SandboxKinds.Docker && options.AgentInImage))
        {
            // As deploy/Dockerfile puts it there. Nothing of this machine can be lent to a pod.
            return new AgentProgram([$"/app/{Name}"], [.. options.ReadOnlyPaths]);
        }

        string packed = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", Name, $"{Name}.dll"));
        string built = Path.GetFullPath(Metadata("AgentPath").Replace('\\', '/'), AppContext.BaseDirectory);
        string assembly = new[] { packed, built }.FirstOrDefault(File.Exists)
            ?? throw new SandboxException($"The agent that sandboxes are to run is not there: neither '{packed}' nor '{built}'. Build src/{Name}, or set Sandboxes:Command.");
        string folder = Path.GetDirectoryName(assembly)!;

        // An image brings a runtime of its own.
        return options.Kind == SandboxKinds.Docker
            ? new AgentProgram(["dotnet", assembly], [folder, .. options.ReadOnlyPaths])
            : new AgentProgram([Path.Combine(RuntimeRoot, "dotnet"), assembly], [RuntimeRoot, folder, .. options.ReadOnlyPaths]);
    }

    // .../shared/Microsoft.NETCore.App/10.0.0/ -> ...
    private static string RuntimeRoot { get; } = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    private static string Metadata(string key) =>
        typeof(AgentProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;
}
