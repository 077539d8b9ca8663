using System.Globalization;
using ThesisApp.Sandboxes;

namespace ThesisApp.Cli.Hosting;

/// <summary>The sandboxes of a system that is started.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Min">Fewest.</param>
/// <param name="Max">Most.</param>
/// <param name="Once">True for a fresh one for each task.</param>
/// <param name="Image">The image of containers, or null for the usual one.</param>
/// <param name="AgentInImage">True if containers run the agent of their image.</param>
/// <param name="Namespace">The namespace of pods, or null for the usual one.</param>
internal sealed record PoolRequest(string Kind, int Min, int Max, bool Once, string? Image, bool AgentInImage, string? Namespace)
{
    private const string PlaceVariable = "Sandboxes__Pool";

    /// <summary>What the orchestrator is told. A system that this command starts ends with it, its sandboxes too.</summary>
    /// <param name="folder">Where the system keeps its state.</param>
    public IEnumerable<(string Name, string Value)> ToEnvironment(string folder)
    {
        yield return ("Sandboxes__Kind", Kind);
        yield return ("Sandboxes__Directory", Path.Combine(folder, "sandboxes"));
        yield return ("Sandboxes__Output", Path.Combine(folder, "output"));
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(PlaceVariable)))
        {
            // The folder's own, whatever its store is called today: what a system that died has left there is found by the next.
            yield return (PlaceVariable, $"thesis-{SandboxLaunchers.MarkOf(new SandboxOptions { Directory = Path.Combine(folder, "sandboxes") })}");
        }

        yield return ("Pool__Min", Min.ToString(CultureInfo.InvariantCulture));
        yield return ("Pool__Max", Max.ToString(CultureInfo.InvariantCulture));
        yield return ("Pool__Once", Once ? "true" : "false");
        yield return ("Pool__EndsWithOrchestrator", "true");
        if (Image is not null)
        {
            yield return ("Sandboxes__Image", Image);
        }

        if (AgentInImage)
        {
            yield return ("Sandboxes__AgentInImage", "true");
        }

        if (Namespace is not null)
        {
            yield return ("Sandboxes__Namespace", Namespace);
        }
    }
}
