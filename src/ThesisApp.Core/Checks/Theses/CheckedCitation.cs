namespace ThesisApp.Core.Checks.Theses;

/// <summary>A citation as it stands in a text that is checked.</summary>
/// <param name="Key">The work's key, or the anchor of its entry in the list.</param>
/// <param name="Locator">The place within the work as written, or null.</param>
public sealed record CheckedCitation(string Key, string? Locator);
