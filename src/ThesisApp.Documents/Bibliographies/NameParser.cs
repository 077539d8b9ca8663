namespace ThesisApp.Documents.Bibliographies;

/// <summary>Reads names in BibTeX's three forms: <c>First von Last</c>, <c>von Last, First</c>, <c>von Last, Jr, First</c> (Markey, Tame the BeaST, 2009).</summary>
public static class NameParser
{
    /// <summary>Reads a list of names.</summary>
    /// <param name="names">Names parted by 'and'.</param>
    /// <param name="andOthers">True if the list ends with 'and others'.</param>
    public static IReadOnlyList<PersonName> Parse(string names, out bool andOthers)
    {
        ArgumentNullException.ThrowIfNull(names);
        List<string> list = [.. NameList.Split(names)];
        andOthers = list.Count > 1 && string.Equals(list[^1], "others", StringComparison.OrdinalIgnoreCase);
        if (andOthers)
        {
            list.RemoveAt(list.Count - 1);
        }

        return [.. list.Select(ParseOne)];
    }

    private static PersonName ParseOne(string name)
    {
        if (NameList.IsWhole(name))
        {
            return new PersonName(name[1..^1], string.Empty, string.Empty, string.Empty, IsOrganisation: true);
        }

        string[] parts = name.Split(',', StringSplitOptions.TrimEntries);
        if (parts.Length == 1)
        {
            return FromWords(name.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }

        (string particle, string family) = SplitParticle(parts[0].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return new PersonName(family, parts[^1], particle, parts.Length > 2 ? parts[1] : string.Empty, IsOrganisation: false);
    }

    private static PersonName FromWords(string[] words)
    {
        if (words.Length <= 1)
        {
            return new PersonName(words.FirstOrDefault() ?? string.Empty, string.Empty, string.Empty, string.Empty, IsOrganisation: true);
        }

        int particle = Array.FindIndex(words, 0, words.Length - 1, word => char.IsLower(word[0]));
        int familyStart = particle >= 0 ? particle : words.Length - 1;
        (string lower, string family) = SplitParticle(words[familyStart..]);
        return new PersonName(family, string.Join(' ', words[..familyStart]), lower, string.Empty, IsOrganisation: false);
    }

    private static (string Particle, string Family) SplitParticle(string[] words)
    {
        int upper = Array.FindIndex(words, word => !char.IsLower(word[0]));
        int split = upper < 0 ? Math.Max(0, words.Length - 1) : upper;
        return (string.Join(' ', words[..split]), string.Join(' ', words[split..]));
    }
}
