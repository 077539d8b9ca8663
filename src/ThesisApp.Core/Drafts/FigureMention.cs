using System.Text.RegularExpressions;

namespace ThesisApp.Core.Drafts;

/// <summary>A figure named within a sentence, as <c>{figure:passage}</c>: the document writes its number in.</summary>
public static partial class FigureMention
{
    /// <summary>The placeholder of the figure that a passage is.</summary>
    public static string Of(string passageId) => $"{{figure:{passageId}}}";

    /// <summary>The passages of the figures that a text names, in its order.</summary>
    public static IEnumerable<string> Passages(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Pattern().Matches(text).Select(match => match.Groups[1].Value);
    }

    [GeneratedRegex(@"\{figure:([^{}]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
