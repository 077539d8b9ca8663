namespace ThesisApp.Core.Sources;

/// <summary>A work, as the bibliography describes it.</summary>
/// <param name="Key">Citation key.</param>
/// <param name="Type">Entry type in lower case: <c>article</c>, <c>book</c>, ...</param>
/// <param name="Fields">Fields by lower-case name, LaTeX decoded to Unicode; names still in BibTeX form (<c>A and B</c>).</param>
public sealed record BibliographyEntry(string Key, string Type, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>A field's value, or null.</summary>
    public string? this[string field] => Fields.TryGetValue(field, out string? value) ? value : null;
}
