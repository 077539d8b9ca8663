using ThesisApp.Contracts.Runs;

namespace ThesisApp.Client;

/// <summary>A run to be submitted.</summary>
/// <param name="Spec">The specification's YAML, UTF-8.</param>
/// <param name="Sources">Sources by path relative to the spec, with forward slashes.</param>
/// <param name="Bibliography">The BibTeX file, or null.</param>
/// <param name="IdempotencyKey">Makes a repeated submission harmless; null for none.</param>
public sealed record RunSubmission(
    ReadOnlyMemory<byte> Spec,
    IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Sources,
    ReadOnlyMemory<byte>? Bibliography,
    string? IdempotencyKey)
{
    /// <summary>Images that Markdown sources show, by path relative to the spec; each below the folder of a source.</summary>
    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Images { get; init; } = new Dictionary<string, ReadOnlyMemory<byte>>();

    /// <summary>Which part of the agents' time it gets beside other runs.</summary>
    public RunShare Share { get; init; } = RunShare.Default;

    /// <summary>True to let the run wait until its outline is approved, whatever the specification says.</summary>
    public bool ApproveOutline { get; init; }

    /// <summary>True to have each chapter written in a sandbox of its own; only where the orchestrator starts the agents.</summary>
    public bool PerChapter { get; init; }
}
