namespace ThesisApp.Documents.Bibliographies;

/// <summary>An author or editor.</summary>
/// <param name="Family">Family name, or an organisation's whole name.</param>
/// <param name="Given">Given names, or empty.</param>
/// <param name="Particle">Particle in lower case (<c>van der</c>), or empty.</param>
/// <param name="Suffix">Suffix (<c>Jr.</c>), or empty.</param>
/// <param name="IsOrganisation">True for an organisation.</param>
public sealed record PersonName(string Family, string Given, string Particle, string Suffix, bool IsOrganisation)
{
    /// <summary>Family name with its particle.</summary>
    public string FullFamily => Particle.Length == 0 ? Family : $"{Particle} {Family}";

    /// <summary>Initials of the given names: <c>J.-P. R.</c></summary>
    // "D.E." is two names written close together, "J.-P." is one.
    public string Initials => string.Join(' ', Given.Replace(".", ". ", StringComparison.Ordinal).Replace(". -", ".-", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(InitialsOf));

    private static string InitialsOf(string name) =>
        string.Join('-', name.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(part => $"{char.ToUpperInvariant(part[0])}."));
}
