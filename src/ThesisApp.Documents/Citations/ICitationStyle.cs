using ThesisApp.Core.Documents;
using ThesisApp.Core.Sources;

namespace ThesisApp.Documents.Citations;

/// <summary>How works are cited and listed.</summary>
public interface ICitationStyle
{
    /// <summary>The works in the order of the list of references.</summary>
    IReadOnlyList<BibliographyEntry> Order(IEnumerable<BibliographyEntry> cited);

    /// <summary>What stands in the text for works cited together, brackets included.</summary>
    IReadOnlyList<Inline> Cite(IReadOnlyList<CitedPlace> places);

    /// <summary>The work named as part of a sentence: <c>Rochkind (1975)</c>, <c>Rochkind [1]</c>.</summary>
    string Narrative(BibliographyEntry entry);

    /// <summary>The work's entry in the list of references.</summary>
    IReadOnlyList<Inline> Reference(BibliographyEntry entry);
}
