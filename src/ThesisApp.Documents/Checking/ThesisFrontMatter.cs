namespace ThesisApp.Documents.Checking;

/// <summary>What a Markdown file's front matter says of a thesis.</summary>
/// <param name="Title">Title, or null.</param>
/// <param name="Language">BCP 47 tag, or null.</param>
/// <param name="Bibliography">Path of the BibTeX file, relative to the file, or null.</param>
/// <param name="Words">Words that the body should have, or null.</param>
/// <param name="Questions">Research questions.</param>
public sealed record ThesisFrontMatter(string? Title, string? Language, string? Bibliography, int? Words, IReadOnlyList<string> Questions);
