using System.Collections.Frozen;
using System.Globalization;

namespace ThesisApp.Core.Outlines;

/// <summary>Makes a short heading of a research question.</summary>
public static class QuestionHeading
{
    private const int MaxWords = 6;

    private static readonly FrozenSet<string> Openers = new[]
    {
        "how", "what", "which", "why", "when", "where", "who", "whom", "whose", "to", "in", "does", "do", "did", "is", "are", "was", "were", "has", "have",
        "had", "can", "could", "should", "would", "will", "extent", "ways", "way", "the", "a", "an", "of",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> SmallWords = new[]
    {
        "a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "by", "with", "from", "as", "into", "its", "their", "did", "does", "do",
        "is", "are", "was", "were", "have", "has", "had", "be", "been",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The question's first clause without its question words, in title case: "How did the object store change, and why?" gives "Object Store Change".</summary>
    public static string From(string question)
    {
        ArgumentNullException.ThrowIfNull(question);
        string clause = question.Split([',', ';', '?', ':', '('], 2)[0];
        List<string> words = [.. clause.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        while (words.Count > 1 && Openers.Contains(words[0]))
        {
            words.RemoveAt(0);
        }

        words = [.. words.Take(MaxWords)];
        while (words.Count > 1 && SmallWords.Contains(words[^1]))
        {
            words.RemoveAt(words.Count - 1);
        }

        if (words.Count == 0)
        {
            return "Question";
        }

        return string.Join(' ', words.Select((word, index) => index > 0 && SmallWords.Contains(word) ? word : Capital(word)));
    }

    private static string Capital(string word) => string.Create(CultureInfo.InvariantCulture, $"{char.ToUpperInvariant(word[0])}{word[1..]}");
}
