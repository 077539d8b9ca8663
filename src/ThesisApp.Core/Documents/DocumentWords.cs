namespace ThesisApp.Core.Documents;

/// <summary>The fixed words of a document in its language: headings that nobody writes, names of places.</summary>
public sealed record DocumentWords
{
    private static readonly DocumentWords English = new()
    {
        Abstract = "Abstract",
        Keywords = "Keywords",
        Contents = "Contents",
        References = "References",
        Abbreviations = "Abbreviations",
        Chapter = "Chapter",
        Section = "Section",
        Table = "Table",
        Figure = "Figure",
        Supervisor = "Supervisor",
        Question = "Question",
        ByPerson = "Section {0} was written or edited by a person.",
        SeveralByPerson = "Sections {0} were written or edited by a person.",
    };

    private static readonly DocumentWords German = new()
    {
        Abstract = "Zusammenfassung",
        Keywords = "Schlagwörter",
        Contents = "Inhaltsverzeichnis",
        References = "Literaturverzeichnis",
        Abbreviations = "Abkürzungen",
        Chapter = "Kapitel",
        Section = "Abschnitt",
        Table = "Tabelle",
        Figure = "Abbildung",
        Supervisor = "Betreuung",
        Question = "Frage",
        ByPerson = "Abschnitt {0} hat ein Mensch geschrieben oder bearbeitet.",
        SeveralByPerson = "Die Abschnitte {0} hat ein Mensch geschrieben oder bearbeitet.",
    };

    private static readonly DocumentWords French = new()
    {
        Abstract = "Résumé",
        Keywords = "Mots-clés",
        Contents = "Table des matières",
        References = "Bibliographie",
        Abbreviations = "Abréviations",
        Chapter = "chapitre",
        Section = "section",
        Table = "Tableau",
        Figure = "Figure",
        Supervisor = "Direction",
        Question = "Question",
        Colon = "\u00A0:",
        ByPerson = "La section {0} a été écrite ou modifiée par une personne.",
        SeveralByPerson = "Les sections {0} ont été écrites ou modifiées par une personne.",
    };

    private static readonly DocumentWords Spanish = new()
    {
        Abstract = "Resumen",
        Keywords = "Palabras clave",
        Contents = "Índice",
        References = "Bibliografía",
        Abbreviations = "Abreviaturas",
        Chapter = "capítulo",
        Section = "sección",
        Table = "Tabla",
        Figure = "Figura",
        Supervisor = "Dirección",
        Question = "Pregunta",
        ByPerson = "La sección {0} la escribió o modificó una persona.",
        SeveralByPerson = "Las secciones {0} las escribió o modificó una persona.",
    };

    /// <summary>The words of every language that has its own.</summary>
    public static IReadOnlyList<DocumentWords> All => [English, German, French, Spanish];

    /// <summary>Heading of the abstract.</summary>
    public required string Abstract { get; init; }

    /// <summary>Before the keywords.</summary>
    public required string Keywords { get; init; }

    /// <summary>Heading of the table of contents.</summary>
    public required string Contents { get; init; }

    /// <summary>Heading of the list of works cited.</summary>
    public required string References { get; init; }

    /// <summary>Heading of the list of abbreviations.</summary>
    public required string Abbreviations { get; init; }

    /// <summary>A chapter, before its number in a sentence.</summary>
    public required string Chapter { get; init; }

    /// <summary>A section, before its number in a sentence.</summary>
    public required string Section { get; init; }

    /// <summary>A table, before its number.</summary>
    public required string Table { get; init; }

    /// <summary>A figure, before its number.</summary>
    public required string Figure { get; init; }

    /// <summary>Before the supervisor's name on the title page.</summary>
    public required string Supervisor { get; init; }

    /// <summary>Before a research question's number in a heading.</summary>
    public required string Question { get; init; }

    /// <summary>The colon behind a label, with what stands before it: in French a space at which no line is broken.</summary>
    public string Colon { get; init; } = ":";

    /// <summary>Says of one section, named by its number, that a person wrote it.</summary>
    public required string ByPerson { get; init; }

    /// <summary>Says so of several.</summary>
    public required string SeveralByPerson { get; init; }

    /// <summary>The words of a language (BCP 47); English where there are none of its own.</summary>
    public static DocumentWords For(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return language.Split('-')[0].ToLowerInvariant() switch { "de" => German, "fr" => French, "es" => Spanish, _ => English };
    }
}
