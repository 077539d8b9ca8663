namespace ThesisApp.Core.Sources;

/// <summary>A source, read.</summary>
/// <param name="Id">The BibTeX key it belongs to where there is one, else a slug of its file name: what citations name.</param>
/// <param name="FileName">Path relative to the spec.</param>
/// <param name="Title">Its title: first heading, or the file name.</param>
/// <param name="Passages">Its passages in order.</param>
/// <param name="Warnings">What could not be read as it should be.</param>
public sealed record SourceDocument(string Id, string FileName, string Title, IReadOnlyList<Passage> Passages, IReadOnlyList<string> Warnings);
