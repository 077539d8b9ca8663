using ThesisApp.Documents.Citations.Wording;
using ThesisApp.Documents.Citations.Works;

namespace ThesisApp.Documents.Citations.Styles;

/// <summary>In what the author-date styles differ within the text.</summary>
internal sealed record AuthorDateRules
{
    /// <summary>Most authors that are all named.</summary>
    public required int MostNamed { get; init; }

    /// <summary>What joins the last two within brackets.</summary>
    public required string And { get; init; }

    /// <summary>What joins the last two within a sentence.</summary>
    public required string NarrativeAnd { get; init; }

    /// <summary>True if a comma stands before it from three names on.</summary>
    public required bool SerialComma { get; init; }

    /// <summary>True if authors of one family name are always told apart by their initials, false if only where the years are the same.</summary>
    public required bool InitialsAlways { get; init; }

    /// <summary>Between names and year.</summary>
    public required string BeforeYear { get; init; }

    /// <summary>In the place of a year that is not known.</summary>
    public required string NoDate { get; init; }

    public required GroupOrder GroupOrder { get; init; }

    public required LocatorForm LocatorForm { get; init; }

    /// <summary>Kinds whose own titles are quoted where they stand in an author's place; the others' are set in italics.</summary>
    public required IReadOnlyList<WorkKind> Quoted { get; init; }

    /// <summary>True if a particle does not count in the list's order (<c>van der Meer</c> under M).</summary>
    public bool SortsByFamily { get; init; }
}
