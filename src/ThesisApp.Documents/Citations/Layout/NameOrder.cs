namespace ThesisApp.Documents.Citations.Layout;

/// <summary>Which of the names stand family name first.</summary>
internal enum NameOrder
{
    /// <summary>None: <c>Rosa Abel</c>.</summary>
    GivenFirst,

    /// <summary>The first, for the alphabet's sake.</summary>
    FirstInverted,

    /// <summary>All.</summary>
    AllInverted,
}
