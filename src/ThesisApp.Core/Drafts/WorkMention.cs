using System.Text.RegularExpressions;

namespace ThesisApp.Core.Drafts;

/// <summary>A work named within a sentence, as <c>{work:key}</c>: the citation style writes it out (<c>Rochkind (1975)</c>) and links it to the list of references.</summary>
public static partial class WorkMention
{
    /// <summary>The placeholder of a work.</summary>
    public static string Of(string key) => $"{{work:{key}}}";

    /// <summary>The keys of the works that a text names, in its order.</summary>
    public static IEnumerable<string> Keys(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Pattern().Matches(text).Select(match => match.Groups[1].Value);
    }

    [GeneratedRegex(@"\{work:([^{}]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
