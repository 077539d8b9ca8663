namespace ThesisApp.Documents.Citations.Works;

/// <summary>Kinds of work that styles set differently.</summary>
internal enum WorkKind
{
    /// <summary>An article of a journal.</summary>
    Article,

    /// <summary>An article of a magazine or newspaper.</summary>
    Magazine,

    /// <summary>A book, a manual, an edited volume, whole proceedings.</summary>
    Book,

    /// <summary>A part of a book.</summary>
    Chapter,

    /// <summary>A paper in proceedings.</summary>
    Paper,

    /// <summary>A thesis.</summary>
    Thesis,

    /// <summary>A report or a standard.</summary>
    Report,

    /// <summary>A page on the web.</summary>
    Web,

    /// <summary>A program.</summary>
    Software,

    /// <summary>A set of data.</summary>
    Dataset,

    /// <summary>A patent.</summary>
    Patent,

    /// <summary>A manuscript, a talk, a work in press.</summary>
    Unpublished,

    /// <summary>Anything else.</summary>
    Other,
}
