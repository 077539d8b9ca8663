using System.Collections.Frozen;
using ThesisApp.Writing.Offline.Wording;
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
        "einleitung", "hintergrund", "überblick", "zusammenfassung", "schluss", "fazit", "diskussion", "methode", "methodik", "ergebnisse", "ausblick", "literatur", "anhang", "geschichte",
        "contexte", "résumé", "méthode", "résultats", "conclusión", "introducción", "antecedentes", "resumen", "discusión", "método", "resultados", "referencias", "références",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> ClauseOpeners =
        new[] { "why", "how", "what", "when", "where", "whether", "which", "who", "whose" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Before 'of': numbers, quantities, prepositions.
    private static readonly FrozenSet<string> WithoutArticle =
        new[] { "one", "two", "three", "four", "five", "six", "some", "all", "any", "each", "both", "none", "many", "most", "much", "more", "several", "few", "half", "the", "a", "an", "because", "instead", "out", "outside", "inside", "ahead" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Prepositions = new[] { "of", "to", "with", "between", "for", "from", "behind" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Uncountable =
        new[] { "advice", "access", "work", "evidence", "research", "guidance", "information", "data", "trade", "traffic", "life", "support", "progress" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // The meaning of a thing is one, though it ends as buying and selling do.
    private static readonly FrozenSet<string> Nouns = new[] { "meaning", "beginning", "building", "finding", "setting", "opening", "ending" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Auxiliaries =
        new[] { "is", "are", "was", "were", "do", "does", "did", "can", "could", "should", "would", "will", "has", "have", "had", "may", "might", "must" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The theme, or null where the heading gives none.</summary>
    /// <param name="book">The wording: in English a heading is bent into the sentence, elsewhere it stands in quotation marks.</param>
    /// <param name="heading">The heading.</param>
    /// <param name="casing">What is a name.</param>
    public static string? Of(Phrasebook book, string? heading, Casing casing)
    {
        string trimmed = (heading ?? string.Empty).Trim().TrimEnd('.', ':', ' ');
        int words = Words.Count(trimmed);
        bool telling = words is > 0 and <= MostWords
            && trimmed.Any(char.IsLetter)
            && !EmptyHeadings.Contains(trimmed)
            && trimmed.IndexOfAny([':', '?', '!', ';', '{', '}', '.', '/']) < 0
            && !char.IsDigit(trimmed[0])
            && !IsQuestion(trimmed);
        return !telling ? null : book.Language == "en" ? WithArticle(casing.InSentence(trimmed)) : book.Say("theme", ("theme", trimmed));
    }

    // Headings leave articles out, sentences do not: 'purpose of revision control' is the purpose of it, and 'path to the attack' the path to it.
    private static string WithArticle(string theme)
    {
        string[] words = theme.Split(' ');
        if (words.Length < 3 || !char.IsLower(words[0][0]) || WithoutArticle.Contains(words[0]) || ClauseOpeners.Contains(words[0]))
        {
            return theme;
        }

        int preposition = Array.FindIndex(words, 1, word => Prepositions.Contains(word));
        if (preposition is not (1 or 2) || WithoutArticle.Contains(words[preposition - 1]))
        {
            return theme;
        }

        // In 'addresses derived from content' the addresses are the head; 'speed' and 'need' are heads of their own.
        string head = words[preposition - 1];
        head = preposition == 2 && head.EndsWith("ed", StringComparison.Ordinal) && !head.EndsWith("eed", StringComparison.Ordinal) ? words[0] : head;
        bool plural = head.EndsWith('s') && !head.EndsWith("ss", StringComparison.Ordinal) && !head.EndsWith("is", StringComparison.Ordinal);
        return words[preposition] == "of" || (!plural && !Uncountable.Contains(head) && (!head.EndsWith("ing", StringComparison.Ordinal) || Nouns.Contains(head))) ? $"the {theme}" : theme;
    }

    /// <summary>True for a theme that is a clause: <c>why packs are read backwards</c>.</summary>
    public static bool IsClause(string theme) => ClauseOpeners.Contains(theme.Split(' ')[0]);

    // 'How are packs read' is a question that has lost its mark, 'how packs are read' is a clause.
    private static bool IsQuestion(string heading)
    {
        string[] words = heading.Split(' ');
        return words.Length > 1 && ClauseOpeners.Contains(words[0]) && Auxiliaries.Contains(words[1]) && !words[0].Equals("what", StringComparison.OrdinalIgnoreCase);
    }
}
