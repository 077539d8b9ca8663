using System.Text.RegularExpressions;
using ThesisApp.Core.Drafts;

namespace ThesisApp.Core.Documents;

/// <summary>Finds what a text's abbreviations stand for where it says so itself: a long form, then, between commas or in brackets, a short form whose letters stand in it in their order (after Schwartz and Hearst, A Simple Algorithm for Identifying Abbreviation Definitions in Biomedical Text, 2003).</summary>
public static partial class AbbreviationList
{
    private const int LeastUses = 2;

    /// <summary>Abbreviations that are used more than once, in order, with what they stand for.</summary>
    /// <param name="text">The text.</param>
    /// <param name="known">What its writers were told of: listed where it is used, though the text may not explain it.</param>
    public static IReadOnlyList<Abbreviation> Of(string text, IReadOnlyList<SharedAbbreviation>? known = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        SortedDictionary<string, string> found = new(StringComparer.Ordinal);
        foreach (Abbreviation explained in Explained(text))
        {
            found.TryAdd(explained.ShortForm, explained.LongForm);
        }

        foreach (SharedAbbreviation told in known ?? [])
        {
            found.TryAdd(told.ShortForm, told.LongForm);
        }

        return [.. found.Where(entry => Uses(text, entry.Key) >= LeastUses).Select(entry => new Abbreviation(entry.Key, entry.Value))];
    }

    /// <summary>Every explanation of an abbreviation in a text, in its order.</summary>
    /// <param name="text">The text.</param>
    public static IEnumerable<Abbreviation> Explained(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (Match match in Defined().Matches(text))
        {
            string shortForm = match.Groups[2].Success ? match.Groups[2].Value : match.Groups[3].Value;
            if (LongForm(match.Groups[1].Value, shortForm) is { } longForm)
            {
                yield return new Abbreviation(shortForm, longForm);
            }
        }
    }

    /// <summary>The words of a text that look like abbreviations, without a plural's s.</summary>
    /// <param name="text">The text.</param>
    public static IEnumerable<string> Used(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Short().Matches(text).Select(match => match.Value.TrimEnd('s'));
    }

    private static int Uses(string text, string shortForm) =>
        Used(text).Count(used => used == shortForm);

    // From the right: each letter of the short form begins a word of the long one, as initials do.
    private static string? LongForm(string before, string shortForm)
    {
        string[] words = before.Split(' ');
        int word = words.Length;
        for (int i = shortForm.Length - 1; i >= 0; i--)
        {
            do
            {
                word--;
            }
            while (word >= 0 && char.IsLower(words[word][0]) && char.ToUpperInvariant(words[word][0]) != shortForm[i]);

            if (word < 0 || char.ToUpperInvariant(words[word][0]) != shortForm[i])
            {
                return null;
            }
        }

        return string.Join(' ', words[word..]);
    }

    [GeneratedRegex(@"(?<![\w/.-])[A-Z][A-Z0-9]{1,5}s?(?![\w/-])", RegexOptions.CultureInvariant)]
    private static partial Regex Short();

    [GeneratedRegex(@"((?:[\p{L}-]+ ){1,8}[\p{L}-]+)(?:, ([A-Z][A-Z0-9]{1,5})(?=[,.;])| \(([A-Z][A-Z0-9]{1,5})s?\))", RegexOptions.CultureInvariant)]
    private static partial Regex Defined();
}
