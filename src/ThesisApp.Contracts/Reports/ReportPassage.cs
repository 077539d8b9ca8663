namespace ThesisApp.Contracts.Reports;

/// <summary>A passage that a paragraph rests on.</summary>
/// <param name="Source">The work's citation key.</param>
/// <param name="Page">The page, as it is cited, or null where the source has none.</param>
/// <param name="Passage">The passage's id; empty where a work is cited as a whole.</param>
public sealed record ReportPassage(string Source, string? Page, string Passage);
