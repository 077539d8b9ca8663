using System.Text.RegularExpressions;
using ThesisApp.Core.Documents;

namespace ThesisApp.Writing.Chat.Grounding;

/// <summary>Knows where a text names a place in the thesis by its number, as in <c>Section 4.2</c>: such a number comes from the table of contents and counts nothing.</summary>
internal static class PlaceMention
{
    // Spelt otherwise where there are several.
    private static readonly string[] Plurals = ["secciones", "tableaux"];

    // No thesis has a hundred chapters, and a share or a longer number is none of its places.
    private const string Number = @"\d{1,2}(?:\.\d{1,2}){0,3}(?![\d%‰]|[.,]\d|\s?[%‰])";

    private static readonly Regex Pattern = new(
        $@"\b(?:(?:{string.Join('|', DocumentWords.All.SelectMany(words => new[] { words.Section, words.Chapter, words.Table }).Distinct(StringComparer.OrdinalIgnoreCase).Select(Regex.Escape))})(?:s|n|en?)?|{string.Join('|', Plurals)})\s{Number}(?:(?:,|,?\s(?:and|to|or|und|bis|oder|et|à|ou|y|a|o)|\s?[–-])\s?{Number})*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>The text without the places that it names.</summary>
    public static string Without(string text) => Pattern.Replace(text, string.Empty);
}
