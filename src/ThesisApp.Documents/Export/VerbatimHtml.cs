using System.Net;
using System.Text.RegularExpressions;

namespace ThesisApp.Documents.Export;

/// <summary>Sets a person's Markdown as HTML: everything is encoded first, then emphasis is set in what is harmless by then.</summary>
internal static partial class VerbatimHtml
{
    /// <summary>The HTML.</summary>
    public static string Of(string text)
    {
        string encoded = WebUtility.HtmlEncode(Escaped().Replace(text, match => $"\uE002{(int)match.Value[1]}\uE003"));
        string set = Code().Replace(Emphasis().Replace(Strong().Replace(encoded, "<strong>$2</strong>"), "<em>$2</em>"), "<code>$1</code>");
        return Character().Replace(set, match => WebUtility.HtmlEncode(((char)int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).ToString()));
    }

    // A character behind a backslash is itself, whatever comes later.
    [GeneratedRegex(@"\\[!-/:-@\[-`{-~]", RegexOptions.CultureInvariant)]
    private static partial Regex Escaped();

    [GeneratedRegex(@"\uE002(\d+)\uE003", RegexOptions.CultureInvariant)]
    private static partial Regex Character();

    [GeneratedRegex(@"(\*\*|__)(?=\S)([^*\n]+?)(?<=\S)\1", RegexOptions.CultureInvariant)]
    private static partial Regex Strong();

    [GeneratedRegex(@"(?<![\w*])([*_])(?=\S)([^*_\n]+?)(?<=\S)\1(?![\w*])", RegexOptions.CultureInvariant)]
    private static partial Regex Emphasis();

    [GeneratedRegex("`([^`\\n]+)`", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
