using System.Text.RegularExpressions;

namespace ThesisApp.Core.Documents;

/// <summary>Finds what a text's abbreviations stand for where it says so itself: a long form, then, between commas or in brackets, a short form whose letters stand in it in their order (after Schwartz and Hearst, A Simple Algorithm for Identifying Abbreviation Definitions in Biomedical Text, 2003).</summary>
public static partial class AbbreviationList
{
    private const int LeastUses = 2;

    /// <summary>Abbreviations that are used more than once, in order, with what they stand for.</summary>
    /// <param name="text">The text.</param>
    public static IReadOnlyList<Abbreviation> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        SortedDictionary<string, string> found = new(StringComparer.Ordinal);
        foreach (Match match in Defined().Matches(text))
        {
            string shortForm = match.Groups[2].Success ? match.Groups[2].Value : match.Groups[3].Value;
            if (LongForm(match.Groups[1].Value, shortForm) is { } longForm)
            {
                found.TryAdd(shortForm, longForm);
            }
        }

        return [.. found.Where(entry => Uses(text, entry.Key) >= LeastUses).Select(entry => new Abbreviation(entry.Key, entry.Value))];
    }

    private static int Uses(string text, string shortForm) =>
        Short().Matches(text).Count(match => match.Value.TrimEnd('s') == shortForm);

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
