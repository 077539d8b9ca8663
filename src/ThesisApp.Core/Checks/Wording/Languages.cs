using System.Text.RegularExpressions;
using ThesisApp.Contracts.Reports;
using ThesisApp.Core.Checks.Theses;

namespace ThesisApp.Core.Checks.Wording;

/// <summary>Paragraphs in another language than the document, told by its commonest words.</summary>
internal static partial class Languages
{
    private const int LeastWords = 20;
    private const double Clear = 2.0;

    public static IEnumerable<ReportCheck> Find(CheckedThesis thesis)
    {
        string? own = (thesis.Language ?? Of(string.Join(' ', thesis.BodyParagraphs.Select(item => item.Paragraph.Text))))?.Split('-')[0].ToLowerInvariant();
        if (own is null || !CommonWords.Languages.Contains(own))
        {
            yield break;
        }

        foreach ((CheckedSection section, CheckedParagraph paragraph) in thesis.BodyParagraphs.Where(item => item.Paragraph.Words >= LeastWords && item.Paragraph.Form != ParagraphForm.Quotation))
        {
            if (Of(paragraph.Text) is { } language && language != own)
            {
                yield return Finding.Warning("other-language", section, paragraph.Line, $"This paragraph seems to be in '{language}', the document in '{own}': '{Finding.Start(paragraph.Text)}'");
            }
        }
    }

    /// <summary>The language of a text, or null where none is clear.</summary>
    public static string? Of(string text)
    {
        string[] words = [.. Word().Matches(text.ToLowerInvariant()).Select(match => match.Value)];
        (string Language, int Count)[] counts = [.. CommonWords.Languages.Select(language => (language, words.Count(word => CommonWords.IsCommon(language, word)))).OrderByDescending(item => item.Item2)];
        return words.Length > 0 && counts[0].Count * 8 >= words.Length && counts[0].Count >= Clear * Math.Max(1, counts[1].Count) ? counts[0].Language : null;
    }

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();
}
