using System.Text.RegularExpressions;

namespace ThesisApp.Writing.Chat.Grounding;

/// <summary>Finds what looks like a citation to a reader and cannot be followed: a key outside of its brackets, an author and a year, a number between brackets.</summary>
internal static partial class LooseCitation
{
    /// <summary>The first one, or null.</summary>
    /// <param name="sentence">The sentence, without the citations that were read.</param>
    /// <param name="sources">What it rests on: where a source cites so, its words may be kept.</param>
    public static string? Find(string sentence, IReadOnlyList<string> sources) =>
        Pattern().Matches(sentence).Select(match => match.Value).FirstOrDefault(found => !sources.Any(source => Folded.Text(source).Contains(Folded.Text(found), StringComparison.Ordinal)));

    // A month, or two capitals without a comma such as an act's name, before a year is no author.
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}._-])@[\p{L}\p{N}]+"
        + @"|\[\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*\]"
        + @"|\((?:[^()]*(?:;\s|\b\p{Ll}[\p{L}.]*,?\s))?(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|Spring|Summer|Autumn|Winter)\b)"
        + @"\p{Lu}[\p{L}'’-]+(?:(?:,?\s(?:and|&|et\sal\.?|\p{Lu}[\p{L}'’.-]*))*,|(?:\s(?:and|&)\s\p{Lu}[\p{L}'’-]+|\set\sal\.?)?)\s(?:1[5-9]|20)\d\d[a-z]?(?=[,;:)])[^()]*\)"
        + @"|\bet\sal\.?\s\((?:1[5-9]|20)\d\d[a-z]?\b[^()]*\)"
        + @"|\((?:1[5-9]|20)\d\d[a-z]?,\spp?\.\s?\d+[^()]*\)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
