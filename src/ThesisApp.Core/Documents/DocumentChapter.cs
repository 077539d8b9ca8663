namespace ThesisApp.Core.Documents;

/// <summary>A chapter of the document.</summary>
/// <param name="Id">The outline's chapter.</param>
/// <param name="Number">From 1.</param>
/// <param name="Title">Heading, without its number.</param>
/// <param name="Opening">Text before the first section.</param>
/// <param name="Sections">Its sections.</param>
public sealed record DocumentChapter(string Id, int Number, string Title, IReadOnlyList<Block> Opening, IReadOnlyList<DocumentSection> Sections);
