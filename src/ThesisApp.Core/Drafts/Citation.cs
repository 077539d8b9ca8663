namespace ThesisApp.Core.Drafts;

/// <summary>A reference from a sentence to the passage it rests on.</summary>
/// <param name="Key">The work's citation key.</param>
/// <param name="PassageId">The passage.</param>
/// <param name="Locator">Page or section as printed (<c>p. 12</c>), or null.</param>
public sealed record Citation(string Key, string PassageId, string? Locator);
