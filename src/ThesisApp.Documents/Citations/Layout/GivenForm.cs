namespace ThesisApp.Documents.Citations.Layout;

/// <summary>How given names are written.</summary>
internal enum GivenForm
{
    /// <summary><c>Rosa M.</c></summary>
    Full,

    /// <summary><c>R. M.</c></summary>
    Initials,

    /// <summary><c>R.M.</c></summary>
    CloseInitials,

    /// <summary><c>RM</c></summary>
    BareInitials,
}
