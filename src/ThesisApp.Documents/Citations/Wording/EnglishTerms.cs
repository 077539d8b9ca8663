using ThesisApp.Core.Citations;

namespace ThesisApp.Documents.Citations.Wording;

/// <summary>English.</summary>
internal static class EnglishTerms
{
    public static Terms Create() => new()
    {
        And = "and",
        EditorShort = ("ed.", "eds."),
        EditorBritish = ("ed.", "eds"),
        EditorWord = ("editor", "editors"),
        EditedBy = "edited by",
        TranslatorShort = "trans.",
        TranslatorWord = "translator",
        TranslatedBy = "translated by",
        In = "in",
        Page = ("p.", "pp."),
        VolumeShort = "vol.",
        NumberShort = "no.",
        EditionShort = "ed.",
        EditionBritish = "edn",
        NoDateShort = "n.d.",
        NoDate = "no date",
        DoctoralThesis = "Doctoral dissertation",
        MastersThesis = "Master’s thesis",
        BachelorsThesis = "Bachelor’s thesis",
        Report = "Report",
        TechnicalReport = "Technical report",
        Software = "Computer software",
        Dataset = "Dataset",
        Patent = "Patent",
        Version = "version",
        Retrieved = "Retrieved {0}, from ",
        Accessed = "accessed",
        Cited = "cited",
        AvailableAt = "Available at",
        AvailableFrom = "Available from",
        OnlineAvailable = "[Online]. Available",
        Months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
        MonthsShort = ["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."],
        MonthsBare = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
        DayFirst = false,
        Quotes = ("“", "”"),
        PunctuationInQuotes = true,
        Ordinal = Editions.EnglishOrdinal,
        Locators = new LocatorWords(new Dictionary<LocatorKind, LocatorNames>
        {
            [LocatorKind.Page] = new("page", "pages", "p.", "pp."),
            [LocatorKind.Chapter] = new("Chapter", "Chapters", "ch.", "chs.") { Chicago = ("chap.", "chaps.") },
            [LocatorKind.Section] = new("Section", "Sections", "sec.", "secs."),
            [LocatorKind.Paragraph] = new("paragraph", "paragraphs", "para.", "paras."),
            [LocatorKind.Figure] = new("Figure", "Figures", "fig.", "figs."),
            [LocatorKind.Table] = new("Table", "Tables", "table", "tables"),
            [LocatorKind.Volume] = new("Volume", "Volumes", "vol.", "vols."),
            [LocatorKind.Line] = new("line", "lines", "line", "lines"),
        }),
    };
}
