using System.Buffers;
using System.Text.RegularExpressions;

namespace ThesisApp.Writing.Chat.Grounding;

/// <summary>Finds literal quotations.</summary>
internal static partial class Quotations
{
    // One or two words between quotation marks are a term, not a quotation.
    private const int FewestWords = 3;

    // A quotation that goes on for longer is more likely to lack its end.
    private const int MostSentences = 6;


    // Between single marks stand terms and titles more often, and apostrophes look like them.
    private const int FewestWordsBetweenSingle = 6;

    private static readonly SearchValues<char> Marks = SearchValues.Create("\"“”„«»");

    /// <summary>Sentences again, where a quotation that goes over several was taken apart.</summary>
    public static IEnumerable<string> Join(IReadOnlyList<string> sentences)
    {
        for (int i = 0; i < sentences.Count; i++)
        {
            int last = i;
            string joined = sentences[i];
            while (HasUnpaired(joined) && last + 1 < sentences.Count && last - i + 1 < MostSentences)
            {
                joined = $"{joined} {sentences[++last]}";
            }

            if (HasUnpaired(joined))
            {
                yield return sentences[i];
                continue;
            }

            i = last;
            yield return joined;
        }
    }

    /// <summary>True if a double quotation mark has no counterpart of its kind.</summary>
    public static bool HasUnpaired(string sentence) => Pattern().Replace(Even(sentence), string.Empty).AsSpan().ContainsAny(Marks);

    /// <summary>Each quotation's parts between omissions and insertions, folded: all must stand in the source, in this order. No part where more is inserted than quoted.</summary>
    public static IEnumerable<(string Quoted, IReadOnlyList<string> Parts)> Of(string sentence)
    {
        string even = Even(sentence);
        foreach (string quoted in Matches(Pattern(), even, FewestWords).Concat(Matches(Single(), even, FewestWordsBetweenSingle)))
        {
            string text = Initial().Replace(quoted, "$1");
            string[] parts = [.. Omission().Split(text).Select(part => Folded.Text(part).Trim(' ', '.', ',', ';', ':', '!', '?')).Where(part => part.Length > 0)];
            yield return (quoted, Omission().Matches(text).Sum(match => CountWords(match.Value)) > parts.Sum(CountWords) ? [] : parts);
        }
    }

    /// <summary>True if all parts stand in a text as whole words, in this order.</summary>
    public static bool StandIn(IReadOnlyList<string> parts, string text)
    {
        string folded = Folded.Text(text);
        int from = 0;
        foreach (string part in parts)
        {
            int at = folded.IndexOf(part, from, StringComparison.Ordinal);
            while (at >= 0 && !(IsEdge(folded, at) && IsEdge(folded, at + part.Length)))
            {
                at = folded.IndexOf(part, at + 1, StringComparison.Ordinal);
            }

            if (at < 0)
            {
                return false;
            }

            from = at + part.Length;
        }

        return parts.Count > 0;
    }

    /// <summary>True if a text holds just this quotation.</summary>
    public static bool Quotes(string text, string quoted) => Of(text).Any(one => Folded.Text(one.Quoted) == Folded.Text(quoted));

    private static IEnumerable<string> Matches(Regex pattern, string sentence, int fewestWords) =>
        pattern.Matches(sentence).Select(match => match.Groups.Cast<Group>().Skip(1).First(group => group.Success).Value).Where(quoted => CountWords(quoted) >= fewestWords);

    // No word goes on over the edge.
    private static bool IsEdge(string text, int at) => at == 0 || at == text.Length || !(char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at]));

    private static string Even(string text) => text.Replace('＂', '"').Replace('‟', '“').Replace('″', '"');

    private static int CountWords(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit));

    [GeneratedRegex("“([^“”]+)”|„([^„“”]+)[“”]|«([^«»]+)»|»([^«»]+)«|\"([^\"]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();

    // An apostrophe stands between letters, or behind one of a word that nothing opened.
    [GeneratedRegex(@"‘([^‘’]+(?:’\p{L}[^‘’]*)*)’(?!\p{L})|(?<![\p{L}\p{N}])'(\p{L}[^']*(?:(?<=\p{L})'\p{L}[^']*)*)'(?!\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex Single();

    [GeneratedRegex(@"\[[^\]]*\]|…|\.\s?\.\s?\.", RegexOptions.CultureInvariant)]
    private static partial Regex Omission();

    // A capital that the sentence wants: [T]he.
    [GeneratedRegex(@"\[(\p{L})\](?=\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex Initial();
}
