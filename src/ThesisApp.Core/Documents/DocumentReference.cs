namespace ThesisApp.Core.Documents;

/// <summary>An entry of the list of references.</summary>
/// <param name="Entry">The work.</param>
/// <param name="Text">The entry as the style sets it.</param>
public sealed record DocumentReference(Sources.BibliographyEntry Entry, IReadOnlyList<Inline> Text);
