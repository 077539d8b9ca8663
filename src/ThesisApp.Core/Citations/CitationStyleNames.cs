namespace ThesisApp.Core.Citations;

/// <summary>The citation styles that a specification may name.</summary>
public static class CitationStyleNames
{
    /// <summary>American Psychological Association, 7th edition.</summary>
    public const string Apa = "apa";

    /// <summary>IEEE Reference Guide.</summary>
    public const string Ieee = "ieee";

    /// <summary>Chicago Manual of Style, 18th edition, author-date.</summary>
    public const string Chicago = "chicago";

    /// <summary>Harvard after Cite Them Right, 12th edition.</summary>
    public const string Harvard = "harvard";

    /// <summary>Vancouver after the NLM's Citing Medicine, 2nd edition, numbered in the order of citation.</summary>
    public const string Vancouver = "vancouver";

    /// <summary>Every style.</summary>
    public static IReadOnlyList<string> All { get; } = [Apa, Ieee, Chicago, Harvard, Vancouver];
}
