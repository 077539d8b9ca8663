using ThesisApp.Core.Citations;
using ThesisApp.Core.Sources;

namespace ThesisApp.Documents.Citations;

/// <summary>A work cited at one place of the text.</summary>
/// <param name="Entry">The work.</param>
/// <param name="Locator">The place within it, or null.</param>
public sealed record CitedPlace(BibliographyEntry Entry, Locator? Locator = null);
