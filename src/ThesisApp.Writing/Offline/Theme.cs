using System.Collections.Frozen;
using ThesisApp.Writing.Text;

namespace ThesisApp.Writing.Offline;

/// <summary>What a paragraph is about, in words that fit into a sentence.</summary>
internal static class Theme
{
    private const int MostHeadingWords = 9;

    private static readonly FrozenSet<string> EmptyHeadings = new[]
    {
        "introduction", "background", "overview", "summary", "conclusion", "conclusions", "discussion", "method", "methods", "methodology", "findings", "results", "limitations",
        "related work", "motivation", "context", "notes", "references", "implications", "outlook", "future work", "history", "case", "evidence", "further reading", "abstract",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>A theme from a passage's heading where that says something, else from its terms.</summary>
    /// <param name="heading">The heading, or null.</param>
    /// <param name="texts">The paragraph's sentences.</param>
    /// <param name="corpus">Text that shows which words are written small.</param>
    public static string Of(string? heading, IReadOnlyList<string> texts, string corpus)
    {
        string trimmed = (heading ?? string.Empty).Trim().TrimEnd('.', ':', '?');
        int words = Words.Count(trimmed);
        bool telling = words is > 0 and <= MostHeadingWords && !EmptyHeadings.Contains(trimmed) && !trimmed.Contains(':', StringComparison.Ordinal);
        return telling ? InSentence(trimmed, corpus) : Phrases.List(KeyTerms.Of(texts, 2));
    }

    // A heading's capitals are kept only for words that the text itself writes so.
    private static string InSentence(string heading, string corpus) =>
        string.Join(' ', heading.Split(' ').Select(word =>
        {
            string small = char.ToLowerInvariant(word[0]) + word[1..];
            bool plain = word.Length < 2 || !word.Skip(1).Any(char.IsUpper);
            bool name = !corpus.Contains($" {small}", StringComparison.Ordinal) && corpus.Contains($" {word}", StringComparison.Ordinal);
            return plain && !name ? small : word;
        }));
}
