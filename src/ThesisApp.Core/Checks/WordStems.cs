using System.Text.RegularExpressions;
using ThesisApp.Core.Checks.Wording;

namespace ThesisApp.Core.Checks;

/// <summary>The words of a text that carry its meaning, cut to their beginnings: <c>change</c>, <c>changes</c> and <c>changed</c> are one.</summary>
internal static partial class WordStems
{
    private const int Length = 5;

    public static HashSet<string> Of(string text) => Word().Matches(text.ToLowerInvariant())
        .Select(match => match.Value)
        .Where(word => word.Length > 2 && !CommonWords.IsCommon(word))
        .Select(word => word.Length > Length ? word[..Length] : word.Length > 3 ? word.TrimEnd('s') : word)
        .ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();
}
