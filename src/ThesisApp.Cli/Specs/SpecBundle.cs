using ThesisApp.Core.Specification;

namespace ThesisApp.Cli.Specs;

/// <summary>A specification with everything that it refers to, read into memory and found right.</summary>
/// <param name="Spec">The specification.</param>
/// <param name="SpecBytes">Its YAML.</param>
/// <param name="Sources">Sources by path relative to the spec, with forward slashes, in ordinal order.</param>
/// <param name="Bibliography">The BibTeX file, or null.</param>
internal sealed record SpecBundle(
    ThesisSpec Spec,
    ReadOnlyMemory<byte> SpecBytes,
    IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Sources,
    ReadOnlyMemory<byte>? Bibliography)
{
    /// <summary>Images that the sources show, by path relative to the spec.</summary>
    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Images { get; init; } = new SortedDictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);

    /// <summary>What is left out and does not keep a run from starting.</summary>
    public IReadOnlyList<SpecDiagnostic> Notices { get; init; } = [];
}
