namespace ThesisApp.Documents.Citations.Wording;

/// <summary>How a style writes the names of places within a work.</summary>
internal enum LocatorForm
{
    /// <summary><c>p. 12</c>, <c>Chapter 3</c>: APA.</summary>
    Words,

    /// <summary><c>p. 12</c>, <c>Ch. 3</c>: IEEE.</summary>
    Capitals,

    /// <summary><c>p. 12</c>, <c>ch. 3</c>.</summary>
    Short,

    /// <summary><c>12</c>, <c>chap. 3</c>: Chicago.</summary>
    BarePages,
}
