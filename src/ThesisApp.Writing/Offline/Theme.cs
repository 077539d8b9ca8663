using System.Collections.Frozen;
using ThesisApp.Writing.Text;

namespace ThesisApp.Writing.Offline;

/// <summary>What a paragraph is about, in words that fit into a sentence: a passage's heading, where that says something.</summary>
internal static class Theme
{
    private const int MostWords = 10;

    private static readonly FrozenSet<string> EmptyHeadings = new[]
    {
        "introduction", "background", "overview", "summary", "conclusion", "conclusions", "discussion", "method", "methods", "methodology", "findings", "results", "limitations",
        "related work", "motivation", "context", "notes", "references", "implications", "outlook", "future work", "history", "case", "evidence", "further reading", "abstract",
        "contents", "preface", "acknowledgements", "acknowledgments", "appendix", "bibliography", "main points", "key points", "details", "general", "analysis", "evaluation",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> ClauseOpeners =
        new[] { "why", "how", "what", "when", "where", "whether", "which", "who", "whose" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Before 'of': numbers, quantities, prepositions.
    private static readonly FrozenSet<string> WithoutArticle =
        new[] { "one", "two", "three", "four", "five", "six", "some", "all", "any", "each", "both", "none", "many", "most", "much", "more", "several", "few", "half", "because", "instead", "out", "outside", "inside", "ahead" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Auxiliaries =
        new[] { "is", "are", "was", "were", "do", "does", "did", "can", "could", "should", "would", "will", "has", "have", "had", "may", "might", "must" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The theme, or null where the heading gives none.</summary>
    public static string? Of(string? heading, Casing casing)
    {
        string trimmed = (heading ?? string.Empty).Trim().TrimEnd('.', ':', ' ');
        int words = Words.Count(trimmed);
        bool telling = words is > 0 and <= MostWords
            && trimmed.Any(char.IsLetter)
            && !EmptyHeadings.Contains(trimmed)
            && trimmed.IndexOfAny([':', '?', '!', ';', '{', '}', '.', '/']) < 0
            && !char.IsDigit(trimmed[0])
            && !IsQuestion(trimmed);
        return telling ? WithArticle(casing.InSentence(trimmed)) : null;
    }

    // Headings leave articles out, sentences do not: 'purpose of revision control' is the purpose of it.
    private static string WithArticle(string theme)
    {
        string[] words = theme.Split(' ');
        bool lacksArticle = words.Length > 2 && words[1] == "of" && char.IsLower(words[0][0]) && !WithoutArticle.Contains(words[0]) && !ClauseOpeners.Contains(words[0]);
        return lacksArticle ? $"the {theme}" : theme;
    }

    /// <summary>True for a theme that is a clause: <c>why packs are read backwards</c>.</summary>
    public static bool IsClause(string theme) => ClauseOpeners.Contains(theme.Split(' ')[0]);

    /// <summary>Themes in a row; semicolons where one of them has an 'and' or a comma of its own.</summary>
    public static string List(IReadOnlyList<string> themes)
    {
        bool compound = themes.Any(theme => theme.Contains(" and ", StringComparison.Ordinal) || theme.Contains(',', StringComparison.Ordinal));
        return themes.Count < 3 || !compound
            ? Phrases.List(themes)
            : $"{string.Join("; ", themes.Take(themes.Count - 1))}; and {themes[^1]}";
    }

    // 'How are packs read' is a question that has lost its mark, 'how packs are read' is a clause.
    private static bool IsQuestion(string heading)
    {
        string[] words = heading.Split(' ');
        return words.Length > 1 && ClauseOpeners.Contains(words[0]) && Auxiliaries.Contains(words[1]) && !words[0].Equals("what", StringComparison.OrdinalIgnoreCase);
    }
}
