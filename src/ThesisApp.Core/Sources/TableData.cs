namespace ThesisApp.Core.Sources;

/// <summary>A table of a source.</summary>
/// <param name="Header">The cells of its first row.</param>
/// <param name="Rows">The rows below, each with as many cells as the header.</param>
public sealed record TableData(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>True if both have the same cells.</summary>
    public bool SameAs(TableData? other) =>
        other is not null && Header.SequenceEqual(other.Header, StringComparer.Ordinal)
        && Rows.Count == other.Rows.Count && Rows.Zip(other.Rows).All(pair => pair.First.SequenceEqual(pair.Second, StringComparer.Ordinal));
}
