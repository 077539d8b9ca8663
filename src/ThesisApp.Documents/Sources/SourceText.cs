namespace ThesisApp.Documents.Sources;

/// <summary>A source's running text.</summary>
/// <param name="Title">Its first heading, or null.</param>
/// <param name="Paragraphs">Its paragraphs in order.</param>
internal sealed record SourceText(string? Title, IReadOnlyList<SourceParagraph> Paragraphs);
