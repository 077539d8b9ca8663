using System.Text.RegularExpressions;
using ThesisApp.Contracts.Reports;
using ThesisApp.Core.Checks.Theses;

namespace ThesisApp.Core.Checks.Wording;

/// <summary>Compounds that are written as one word here and as two, or with a hyphen, there.</summary>
internal static partial class TermVariants
{
    private const int LeastPart = 3;

    // "Every day" and "everyday" are two words of two kinds.
    private static readonly string[] OtherWords = ["every", "any", "some", "may", "log", "set", "back", "start", "clean"];

    /// <summary>True if two words may be one: neither is one of those that stand beside another by chance.</summary>
    public static bool IsCompound(string before, string word) =>
        before.Length >= LeastPart && word.Length >= LeastPart && !OtherWords.Contains(before, StringComparer.Ordinal) && !CommonWords.IsCommon(before) && !CommonWords.IsCommon(word);

    public static IEnumerable<ReportCheck> Find(CheckedThesis thesis)
    {
        Dictionary<string, (string Text, CheckedSection Section, int? Line)> closed = new(StringComparer.Ordinal);
        List<(string Joined, string Text, CheckedSection Section, int? Line)> open = [];
        foreach ((CheckedSection section, CheckedParagraph paragraph) in thesis.BodyParagraphs)
        {
            Match[] words = [.. Word().Matches(paragraph.Text).Cast<Match>()];
            for (int i = 0; i < words.Length; i++)
            {
                string word = words[i].Value.ToLowerInvariant();
                closed.TryAdd(word, (words[i].Value, section, paragraph.Line));
                if (i > 0 && words[i].Index == words[i - 1].Index + words[i - 1].Length + 1 && paragraph.Text[words[i].Index - 1] is ' ' or '-'
                    && words[i - 1].Value.ToLowerInvariant() is string before && IsCompound(before, word))
                {
                    open.Add((before + word, paragraph.Text[words[i - 1].Index..(words[i].Index + words[i].Length)], section, paragraph.Line));
                }
            }
        }

        foreach ((string joined, string text, CheckedSection section, int? line) in open.Where(pair => closed.ContainsKey(pair.Joined)).DistinctBy(pair => pair.Joined))
        {
            yield return Finding.Warning("inconsistent-term", section, line, $"'{text}' here, '{closed[joined].Text}' in {Finding.Place(closed[joined].Section, closed[joined].Line)}. Decide on one.");
        }
    }

    [GeneratedRegex(@"\p{L}{3,}")]
    private static partial Regex Word();
}
