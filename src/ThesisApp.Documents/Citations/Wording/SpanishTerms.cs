using ThesisApp.Core.Citations;

namespace ThesisApp.Documents.Citations.Wording;

/// <summary>Spanish.</summary>
internal static class SpanishTerms
{
    public static Terms Create() => new()
    {
        And = "y",
        EditorShort = ("Ed.", "Eds."),
        EditorBritish = ("ed.", "eds."),
        EditorWord = ("editor", "editores"),
        EditedBy = "editado por",
        TranslatorShort = "trad.",
        TranslatorWord = "traductor",
        TranslatedBy = "traducido por",
        In = "en",
        Page = ("p.", "pp."),
        VolumeShort = "vol.",
        NumberShort = "n.º",
        EditionShort = "ed.",
        EditionBritish = "ed.",
        NoDateShort = "s. f.",
        NoDate = "sin fecha",
        DoctoralThesis = "Tesis doctoral",
        MastersThesis = "Trabajo de fin de máster",
        BachelorsThesis = "Trabajo de fin de grado",
        Report = "Informe",
        TechnicalReport = "Informe técnico",
        Software = "Programa informático",
        Dataset = "Conjunto de datos",
        Patent = "Patente",
        Version = "versión",
        Retrieved = "Recuperado el {0}, de ",
        Accessed = "consultado el",
        Cited = "citado el",
        AvailableAt = "Disponible en",
        AvailableFrom = "Disponible en",
        OnlineAvailable = "[En línea]. Disponible en",
        Months = ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"],
        MonthsShort = ["ene.", "feb.", "mar.", "abr.", "mayo", "jun.", "jul.", "ago.", "sept.", "oct.", "nov.", "dic."],
        MonthsBare = ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"],
        DayFirst = true,
        DateJoin = " de ",
        Quotes = ("«", "»"),
        PunctuationInQuotes = false,
        Ordinal = number => $"{number}.ª",
        Locators = new LocatorWords(new Dictionary<LocatorKind, LocatorNames>
        {
            [LocatorKind.Page] = new("página", "páginas", "p.", "pp."),
            [LocatorKind.Chapter] = new("capítulo", "capítulos", "cap.", "caps."),
            [LocatorKind.Section] = new("sección", "secciones", "sec.", "secs."),
            [LocatorKind.Paragraph] = new("párrafo", "párrafos", "párr.", "párrs."),
            [LocatorKind.Figure] = new("figura", "figuras", "fig.", "figs."),
            [LocatorKind.Table] = new("tabla", "tablas", "tabla", "tablas"),
            [LocatorKind.Volume] = new("volumen", "volúmenes", "vol.", "vols."),
            [LocatorKind.Line] = new("línea", "líneas", "l.", "ls."),
        }),
    };
}
