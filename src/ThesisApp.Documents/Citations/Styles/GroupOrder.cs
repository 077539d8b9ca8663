namespace ThesisApp.Documents.Citations.Styles;

/// <summary>The order of works that are cited together.</summary>
internal enum GroupOrder
{
    /// <summary>That of the list of references.</summary>
    AsListed,

    /// <summary>By year.</summary>
    ByYear,

    /// <summary>As the writer gave them.</summary>
    AsGiven,
}
