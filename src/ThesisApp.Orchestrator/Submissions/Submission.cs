namespace ThesisApp.Orchestrator.Submissions;

/// <summary>What a client submitted, unchecked.</summary>
/// <param name="Spec">The specification's bytes.</param>
/// <param name="Sources">Sources in the order of the request, by the path that the client gave.</param>
/// <param name="Bibliography">The BibTeX file, or null.</param>
internal sealed record Submission(byte[] Spec, IReadOnlyList<(string Path, byte[] Content)> Sources, byte[]? Bibliography)
{
    /// <summary>Images of the sources in the order of the request, by the path that the client gave.</summary>
    public IReadOnlyList<(string Path, byte[] Content)> Images { get; init; } = [];
}
