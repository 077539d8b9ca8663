using System.Text.RegularExpressions;

namespace ThesisApp.Writing.Chat.Grounding;

/// <summary>Finds literal quotations.</summary>
internal static partial class Quotations
{
    // One or two words between quotation marks are a term, not a quotation.
    private const int FewestWords = 3;

    /// <summary>Each quotation's parts between omissions and insertions, folded: all must stand in the source, in this order.</summary>
    public static IEnumerable<(string Quoted, IReadOnlyList<string> Parts)> Of(string sentence)
    {
        foreach (Match match in Pattern().Matches(sentence))
        {
            string quoted = match.Groups.Cast<Group>().Skip(1).First(group => group.Success).Value;
            if (quoted.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length >= FewestWords)
            {
                yield return (quoted, [.. Omission().Split(quoted).Select(part => Folded.Text(part).Trim(' ', '.', ',', ';', ':')).Where(part => part.Length > 0)]);
            }
        }
    }

    /// <summary>True if all parts stand in a text, in this order.</summary>
    public static bool StandIn(IReadOnlyList<string> parts, string text)
    {
        string folded = Folded.Text(text);
        int from = 0;
        foreach (string part in parts)
        {
            int at = folded.IndexOf(part, from, StringComparison.Ordinal);
            if (at < 0)
            {
                return false;
            }

            from = at + part.Length;
        }

        return true;
    }

    [GeneratedRegex("“([^“”]+)”|„([^„“”]+)[“”]|«([^«»]+)»|\"([^\"]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"\[[^\]]*\]|…|\.\s?\.\s?\.", RegexOptions.CultureInvariant)]
    private static partial Regex Omission();
}
