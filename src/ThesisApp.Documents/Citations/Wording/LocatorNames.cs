namespace ThesisApp.Documents.Citations.Wording;

/// <summary>What a kind of place is called.</summary>
/// <param name="One">One of them (<c>Chapter</c>).</param>
/// <param name="Many">Several.</param>
/// <param name="ShortOne">One of them, short (<c>ch.</c>).</param>
/// <param name="ShortMany">Several, short.</param>
internal sealed record LocatorNames(string One, string Many, string ShortOne, string ShortMany)
{
    /// <summary>The short forms of the Chicago Manual of Style where they are its own.</summary>
    public (string One, string Many) Chicago { get; init; } = (ShortOne, ShortMany);
}
