using ThesisApp.Core.Citations;

namespace ThesisApp.Documents.Citations.Wording;

/// <summary>German.</summary>
internal static class GermanTerms
{
    public static Terms Create() => new()
    {
        And = "und",
        EditorShort = ("Hrsg.", "Hrsg."),
        EditorBritish = ("Hrsg.", "Hrsg."),
        EditorWord = ("Herausgeber", "Herausgeber"),
        EditedBy = "herausgegeben von",
        TranslatorShort = "Übers.",
        TranslatorWord = "Übersetzer",
        TranslatedBy = "übersetzt von",
        In = "in",
        Page = ("S.", "S."),
        VolumeShort = "Bd.",
        NumberShort = "Nr.",
        EditionShort = "Aufl.",
        EditionBritish = "Aufl.",
        NoDateShort = "o. J.",
        NoDate = "ohne Jahr",
        DoctoralThesis = "Dissertation",
        MastersThesis = "Masterarbeit",
        BachelorsThesis = "Bachelorarbeit",
        Report = "Bericht",
        TechnicalReport = "Technischer Bericht",
        Software = "Software",
        Dataset = "Datensatz",
        Patent = "Patent",
        Version = "Version",
        Retrieved = "Abgerufen am {0}, von ",
        Accessed = "zugegriffen",
        Cited = "zitiert",
        AvailableAt = "Verfügbar unter",
        AvailableFrom = "Verfügbar unter",
        OnlineAvailable = "[Online]. Verfügbar unter",
        Months = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"],
        MonthsShort = ["Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sep.", "Okt.", "Nov.", "Dez."],
        MonthsBare = ["Jan", "Feb", "März", "Apr", "Mai", "Juni", "Juli", "Aug", "Sep", "Okt", "Nov", "Dez"],
        DayFirst = true,
        Quotes = ("„", "“"),
        PunctuationInQuotes = false,
        Ordinal = number => $"{number}.",
        Locators = new LocatorWords(new Dictionary<LocatorKind, LocatorNames>
        {
            [LocatorKind.Page] = new("Seite", "Seiten", "S.", "S."),
            [LocatorKind.Chapter] = new("Kapitel", "Kapitel", "Kap.", "Kap."),
            [LocatorKind.Section] = new("Abschnitt", "Abschnitte", "Abschn.", "Abschn."),
            [LocatorKind.Paragraph] = new("Absatz", "Absätze", "Abs.", "Abs."),
            [LocatorKind.Figure] = new("Abbildung", "Abbildungen", "Abb.", "Abb."),
            [LocatorKind.Table] = new("Tabelle", "Tabellen", "Tab.", "Tab."),
            [LocatorKind.Volume] = new("Band", "Bände", "Bd.", "Bde."),
            [LocatorKind.Line] = new("Zeile", "Zeilen", "Z.", "Z."),
        }),
    };
}
