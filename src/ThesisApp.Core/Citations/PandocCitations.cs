using System.Text.RegularExpressions;

namespace ThesisApp.Core.Citations;

/// <summary>Finds citations in Pandoc's form: <c>[@key, p. 12; see @other]</c>, <c>@key [p. 12]</c>, <c>[-@key]</c>.</summary>
public static partial class PandocCitations
{
    /// <summary>The citations of a text in its order.</summary>
    public static IReadOnlyList<PandocCitation> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<PandocCitation> found = [];
        int next = 0;
        foreach (Match match in Start().Matches(text))
        {
            if (match.Index < next)
            {
                continue;
            }

            if (match.Groups["group"] is { Success: true } group)
            {
                found.AddRange(group.Value.Split(';').Select(part => Read(part, match)).OfType<PandocCitation>());
            }
            else
            {
                string? place = match.Groups["place"] is { Success: true, Value: string value } ? value.Trim() : null;
                found.Add(new PandocCitation(Key(match.Groups["key"].Value), place, string.Empty, match.Index, match.Length, IsNarrative: true));
            }

            next = match.Index + match.Length;
        }

        return found;
    }

    private static PandocCitation? Read(string part, Match group)
    {
        if (Item().Match(part) is not { Success: true } item)
        {
            return null;
        }

        string locator = item.Groups["rest"].Value.Trim().TrimStart(',').Trim();
        return new PandocCitation(Key(item.Groups["key"].Value), locator.Length > 0 ? locator : null, item.Groups["prefix"].Value.Trim(), group.Index, group.Length, IsNarrative: false);
    }

    // Punctuation inside a key belongs to it, at its end to the sentence.
    private static string Key(string written) => written.Trim('{', '}').TrimEnd('.', ',', ':', ';', '?', '!', '/', '-');

    // An address has its @ behind a letter or digit, a citation has not.
    [GeneratedRegex(@"\[(?<group>[^\[\]@]*-?@[^\[\]]+)\](?![(\[])|(?<![\w@/.])-?@(?<key>\{[^{}\s]+\}|[\p{L}\d_][\w:.#$%&+?<>~/-]*)(?:[ ]\[(?<place>(?:pp?|ch|chap|sec|sect|S|Kap)\.[^\[\]@]+|\d[^\[\]@]*)\])?", RegexOptions.CultureInvariant)]
    private static partial Regex Start();

    [GeneratedRegex(@"^(?<prefix>[^@]*?)-?@(?<key>\{[^{}\s]+\}|[\p{L}\d_][\w:.#$%&+?<>~/-]*)(?<rest>.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Item();
}
