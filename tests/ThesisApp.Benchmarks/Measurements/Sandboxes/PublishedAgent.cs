using ThesisApp.Benchmarks.Contenders;

namespace ThesisApp.Benchmarks.Measurements.Sandboxes;

/// <summary>How sandboxes are told which agent they run.</summary>
internal static class PublishedAgent
{
    /// <summary>The settings of an orchestrator whose sandboxes run the published agent.</summary>
    public static (string Name, string Value)[] Settings =>
    [
        .. PublishedProgram.Agent.Command.Select((part, i) => ($"Sandboxes__Command__{i}", part)),
        ("Sandboxes__ReadOnlyPaths__0", Path.GetDirectoryName(PublishedProgram.Agent.Command[^1])!),
    ];
}
