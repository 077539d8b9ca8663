using ThesisApp.Core.Citations;

namespace ThesisApp.Documents.Citations.Wording;

/// <summary>French.</summary>
internal static class FrenchTerms
{
    public static Terms Create() => new()
    {
        And = "et",
        EditorShort = ("dir.", "dir."),
        EditorBritish = ("dir.", "dir."),
        EditorWord = ("directeur", "directeurs"),
        EditedBy = "sous la direction de",
        TranslatorShort = "trad.",
        TranslatorWord = "traducteur",
        TranslatedBy = "traduit par",
        In = "dans",
        Page = ("p.", "p."),
        VolumeShort = "vol.",
        NumberShort = "n°",
        EditionShort = "éd.",
        EditionBritish = "éd.",
        NoDateShort = "s. d.",
        NoDate = "sans date",
        DoctoralThesis = "Thèse de doctorat",
        MastersThesis = "Mémoire de master",
        BachelorsThesis = "Mémoire de licence",
        Report = "Rapport",
        TechnicalReport = "Rapport technique",
        Software = "Logiciel",
        Dataset = "Jeu de données",
        Patent = "Brevet",
        Version = "version",
        Retrieved = "Consulté le {0}, à l’adresse ",
        Accessed = "consulté le",
        Cited = "cité le",
        AvailableAt = "Disponible à l’adresse",
        AvailableFrom = "Disponible à l’adresse",
        OnlineAvailable = "[En ligne]. Disponible à l’adresse",
        Months = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
        MonthsShort = ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juill.", "août", "sept.", "oct.", "nov.", "déc."],
        MonthsBare = ["janv", "févr", "mars", "avr", "mai", "juin", "juill", "août", "sept", "oct", "nov", "déc"],
        DayFirst = true,
        Quotes = ("«\u00A0", "\u00A0»"),
        PunctuationInQuotes = false,
        Ordinal = number => number == 1 ? "1re" : $"{number}e",
        Locators = new LocatorWords(new Dictionary<LocatorKind, LocatorNames>
        {
            [LocatorKind.Page] = new("page", "pages", "p.", "p."),
            [LocatorKind.Chapter] = new("chapitre", "chapitres", "chap.", "chap."),
            [LocatorKind.Section] = new("section", "sections", "sect.", "sect."),
            [LocatorKind.Paragraph] = new("paragraphe", "paragraphes", "paragr.", "paragr."),
            [LocatorKind.Figure] = new("figure", "figures", "fig.", "fig."),
            [LocatorKind.Table] = new("tableau", "tableaux", "tabl.", "tabl."),
            [LocatorKind.Volume] = new("volume", "volumes", "vol.", "vol."),
            [LocatorKind.Line] = new("ligne", "lignes", "l.", "l."),
        }),
    };
}
