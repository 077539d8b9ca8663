using System.Text.RegularExpressions;

namespace ThesisApp.Core.Drafts;

/// <summary>A table named within a sentence, as <c>{table:passage}</c>: the document writes its number in.</summary>
public static partial class TableMention
{
    /// <summary>The placeholder of the table that a passage is.</summary>
    public static string Of(string passageId) => $"{{table:{passageId}}}";

    /// <summary>The passages of the tables that a text names, in its order.</summary>
    public static IEnumerable<string> Passages(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Pattern().Matches(text).Select(match => match.Groups[1].Value);
    }

    [GeneratedRegex(@"\{table:([^{}]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
