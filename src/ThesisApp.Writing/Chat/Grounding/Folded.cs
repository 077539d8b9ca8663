using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ThesisApp.Writing.Chat.Grounding;

/// <summary>Texts made alike in what does not matter: white space, kinds of quotation marks and dashes, capitals.</summary>
internal static partial class Folded
{
    /// <summary>The folded text.</summary>
    public static string Text(string text)
    {
        StringBuilder folded = new(text.Length);
        foreach (char c in Visible(text).Replace('″', '"').Normalize(NormalizationForm.FormKC))
        {
            char one = c switch
            {
                '“' or '”' or '„' or '‟' or '«' or '»' => '"',
                '’' or '‘' => '\'',
                '‐' or '‑' or '–' or '—' or '−' => '-',
                '‹' => '<',
                '›' => '>',
                '{' => '(',
                '}' => ')',
                '*' or '_' or '`' => '\0',
                _ when char.IsWhiteSpace(c) => ' ',
                _ => char.ToLowerInvariant(c),
            };
            if (one != '\0' && (one != ' ' || (folded.Length > 0 && folded[^1] != ' ')))
            {
                folded.Append(one);
            }
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>The text without characters of format (category Cf): unseen, they would part words and numbers.</summary>
    public static string Visible(string text)
    {
        StringBuilder visible = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format)
            {
                visible.Append(rune.ToString());
            }
        }

        return visible.ToString();
    }

    /// <summary>The numbers of a text, without the commas that part thousands.</summary>
    public static IEnumerable<string> Numbers(string text) => Number().Matches(Visible(text)).Select(match => match.Value.Replace(",", string.Empty, StringComparison.Ordinal));

    [GeneratedRegex(@"\d+(?:[.,]\d+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
