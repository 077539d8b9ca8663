namespace ThesisApp.Documents.Citations.Layout;

/// <summary>How a style sets a list of names.</summary>
/// <param name="Order">Which stand family name first.</param>
/// <param name="Given">How given names are written.</param>
/// <param name="And">What joins the last two (<c>and</c>, <c>&amp;</c>), or empty for a comma alone.</param>
internal sealed record NameFormat(NameOrder Order, GivenForm Given, string And)
{
    /// <summary>Most names before the list is cut.</summary>
    public int Most { get; init; } = int.MaxValue;

    /// <summary>Names that are left of a list that is cut.</summary>
    public int Kept { get; init; } = 1;

    /// <summary>True if a cut list ends with dots and the last name instead of <c>et al.</c></summary>
    public bool KeepsLast { get; init; }

    /// <summary>True if <c>et al.</c> is set in italics.</summary>
    public bool ItalicEtAl { get; init; }

    /// <summary>True if a comma stands before <c>et al.</c> after one name, too.</summary>
    public bool CommaBeforeEtAl { get; init; }

    /// <summary>True if a comma stands before the joining word from three names on.</summary>
    public bool SerialComma { get; init; } = true;

    /// <summary>True if it stands there with two names, too.</summary>
    public bool CommaForTwo { get; init; }

    /// <summary>True if particles go behind the given names: <c>Meer, Johan van der</c>.</summary>
    public bool DemotesParticle { get; init; }

    /// <summary>What stands between the family name and the given names of an inverted name.</summary>
    public string Inversion { get; init; } = ", ";

    /// <summary>What stands before a suffix of an inverted name.</summary>
    public string BeforeSuffix { get; init; } = ", ";
}
