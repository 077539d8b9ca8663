using ThesisApp.Core.Sources;

namespace ThesisApp.Documents.Citations;

/// <summary>The styles by name.</summary>
public static class CitationStyles
{
    /// <summary>Creates a style for the works that are cited; which ones they are decides how they are told apart.</summary>
    /// <exception cref="ArgumentException">There is no style of that name.</exception>
    public static ICitationStyle Create(string name, IReadOnlyList<BibliographyEntry> cited) => name switch
    {
        "apa" => new ApaStyle(cited),
        _ => throw new ArgumentException($"There is no citation style '{name}'. Known: apa.", nameof(name)),
    };
}
