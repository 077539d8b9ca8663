using ThesisApp.Core.Citations;
using ThesisApp.Core.Sources;
using ThesisApp.Documents.Citations.Styles;
using ThesisApp.Documents.Citations.Wording;
using ThesisApp.Documents.Citations.Works;

namespace ThesisApp.Documents.Citations;

/// <summary>The styles by name.</summary>
public static class CitationStyles
{
    /// <summary>Creates a style for the works that are cited; which ones they are decides how they are told apart, and their order how they are numbered.</summary>
    /// <param name="name">One of <see cref="CitationStyleNames.All"/>.</param>
    /// <param name="cited">The works in the order in which the text first cites them.</param>
    /// <param name="language">The document's language (BCP 47).</param>
    /// <exception cref="ArgumentException">There is no style of that name.</exception>
    public static ICitationStyle Create(string name, IReadOnlyList<BibliographyEntry> cited, string language = "en")
    {
        ArgumentNullException.ThrowIfNull(cited);
        ArgumentNullException.ThrowIfNull(language);
        CitedWork[] works = [.. cited.Select(CitedWork.From)];
        Terms terms = Terms.For(language);
        return name switch
        {
            CitationStyleNames.Apa => new ApaStyle(works, terms),
            CitationStyleNames.Ieee => new IeeeStyle(works, terms),
            CitationStyleNames.Chicago => new ChicagoStyle(works, terms),
            CitationStyleNames.Harvard => new HarvardStyle(works, terms),
            CitationStyleNames.Vancouver => new VancouverStyle(works, terms),
            _ => throw new ArgumentException($"There is no citation style '{name}'. Known: {string.Join(", ", CitationStyleNames.All)}.", nameof(name)),
        };
    }
}
