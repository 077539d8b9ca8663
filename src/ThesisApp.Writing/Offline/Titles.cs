using System.Collections.Frozen;
using ThesisApp.Core.Outlines;
using ThesisApp.Writing.Offline.Wording;

namespace ThesisApp.Writing.Offline;

/// <summary>Titles of chapters and sections as they stand within a sentence.</summary>
internal static class Titles
{
    // Nouns that take no article by themselves, and endings of such.
    private static readonly FrozenSet<string> Uncountable = new[] { "work", "evidence", "motivation", "selection", "collection", "analysis", "validity", "reliability", "ethics", "discussion", "methodology", "history", "research", "practice" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> Openers = new[] { "the", "a", "an", "why", "how", "what", "when", "where", "from", "towards", "beyond", "on", "one", "two", "three", "some" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Prepositions = new[] { "of", "in", "for", "to", "on", "and", "between", "from", "before", "after", "under", "with", "without", "at", "by", "as", "through", "over", "behind", "among" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A title within a sentence: in English small and with the article that headings leave out, elsewhere as it is, in quotation marks.</summary>
    public static string Within(Phrasebook book, string title, Casing casing)
    {
        string bare = title.Replace(": ", ", ", StringComparison.Ordinal);
        return book.Language == "en" ? WithArticle(casing.InSentence(bare)) : book.Say("title", ("title", title));
    }

    /// <summary>Running text of the specification within a sentence: its first word small, unless it is a name; in German as it is.</summary>
    public static string Running(Phrasebook book, Casing casing, string text) => book.Language switch
    {
        "en" => casing.Continuing(text),
        "de" => text,
        _ => casing.BehindLead(text) ?? text,
    };

    /// <summary>What a section is about, within a sentence: its question's place, or its title.</summary>
    public static string Subject(Phrasebook book, OutlineSection section, Casing casing) => section.ResearchQuestion is { } index
        ? book.Say("plan.question", ("ordinal", book.Ordinal(index + 1)))
        : Within(book, section.Title, casing);

    private static string WithArticle(string title)
    {
        string[] words = title.Split(' ');
        string[] head = [.. words.TakeWhile(word => !Prepositions.Contains(word))];
        if (head.Length == 0 || Openers.Contains(words[0]) || char.IsUpper(words[0][0]))
        {
            return title;
        }

        bool plural = head[^1].EndsWith('s') && !head[^1].EndsWith("ss", StringComparison.Ordinal) && !head[^1].EndsWith("sis", StringComparison.Ordinal);
        bool of = head.Length < words.Length && words[head.Length] == "of";
        return of || (!plural && head.Length > 1 && !Uncountable.Contains(head[^1]) && !title.Contains(" and ", StringComparison.Ordinal)) ? $"the {title}" : title;
    }
}
