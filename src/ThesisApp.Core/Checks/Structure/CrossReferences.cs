using System.Globalization;
using System.Text.RegularExpressions;
using ThesisApp.Contracts.Reports;
using ThesisApp.Core.Checks.Theses;

namespace ThesisApp.Core.Checks.Structure;

/// <summary>References to sections, figures and tables; the numbers of captions.</summary>
internal static partial class CrossReferences
{
    public static IEnumerable<ReportCheck> Find(CheckedThesis thesis)
    {
        HashSet<string> sections = thesis.Sections.Select(section => section.Number).OfType<string>().ToHashSet(StringComparer.Ordinal);
        Regex pattern = PatternOf(thesis);
        (CheckedSection Section, CheckedParagraph Paragraph, string Kind, string Number)[] captions = [.. Captions(thesis, pattern)];
        HashSet<string> mentioned = new(StringComparer.Ordinal);
        foreach ((CheckedSection section, CheckedParagraph paragraph) in thesis.Sections.SelectMany(section => section.Paragraphs.Select(paragraph => (section, paragraph))))
        {
            foreach (string anchor in paragraph.Links.Where(anchor => !thesis.Anchors.Contains(anchor)))
            {
                yield return Finding.Error("broken-link", section, paragraph.Line, $"The link to '#{anchor}' leads nowhere.");
            }

            if (paragraph.Form == ParagraphForm.Caption || section.Role == PartRoles.References)
            {
                continue;
            }

            foreach (Match match in pattern.Matches(paragraph.Text))
            {
                (string kind, string number) = (KindOf(match.Groups[1].Value), match.Groups[2].Value);
                mentioned.Add($"{kind} {number}");
                bool exists = kind is "section" ? sections.Count == 0 || sections.Contains(number) : captions.Any(caption => caption.Kind == kind && caption.Number == number);
                if (!exists)
                {
                    yield return Finding.Error("broken-cross-reference", section, paragraph.Line, $"There is no {match.Groups[1].Value} {number}.");
                }
            }
        }

        foreach (ReportCheck caption in CheckCaptions(captions, mentioned))
        {
            yield return caption;
        }
    }

    private static IEnumerable<ReportCheck> CheckCaptions((CheckedSection Section, CheckedParagraph Paragraph, string Kind, string Number)[] captions, HashSet<string> mentioned)
    {
        Dictionary<string, int> last = new(StringComparer.Ordinal);
        foreach ((CheckedSection section, CheckedParagraph paragraph, string kind, string number) in captions)
        {
            if (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int value))
            {
                if (value != last.GetValueOrDefault(kind) + 1)
                {
                    yield return Finding.Warning("caption-number", section, paragraph.Line, $"The {kind} {value} follows {kind} {last.GetValueOrDefault(kind)}.");
                }

                last[kind] = value;
            }

            if (!mentioned.Contains($"{kind} {number}"))
            {
                yield return Finding.Warning("unmentioned-" + kind, section, paragraph.Line, $"The text never mentions {kind} {number}.");
            }
        }
    }

    private static IEnumerable<(CheckedSection Section, CheckedParagraph Paragraph, string Kind, string Number)> Captions(CheckedThesis thesis, Regex pattern) =>
        thesis.Body.SelectMany(section => section.Paragraphs.Where(paragraph => paragraph.Form == ParagraphForm.Caption)
            .Select(paragraph => (section, paragraph, pattern.Match(paragraph.Text)))
            .Where(item => item.Item3.Success)
            .Select(item => (item.section, item.paragraph, KindOf(item.Item3.Groups[1].Value), item.Item3.Groups[2].Value)));

    private static string KindOf(string word) => word.ToLowerInvariant() switch
    {
        "figure" or "figures" or "fig." or "abbildung" or "abb." or "figura" or "figuras" => "figure",
        "table" or "tabelle" or "tab." or "tableau" or "tableaux" or "tabla" or "tablas" => "table",
        _ => "section",
    };

    // In French and Spanish these words have no capital within a sentence; in English a small letter may belong to somebody else's section.
    private static Regex PatternOf(CheckedThesis thesis) => thesis.Language?.Split('-')[0].ToLowerInvariant() is "fr" or "es" ? Romance() : Reference();

    [GeneratedRegex(@"\b(Sections?|Chapters?|Figure|Fig\.|Table|Abschnitt|Kapitel|Abbildung|Abb\.|Tabelle|Tab\.)[ \u00A0](\d+(?:\.\d+)*)", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    [GeneratedRegex(@"\b(sections?|chapitres?|figures?|fig\.|tableaux?|secci(?:ón|ones)|capítulos?|figuras?|tablas?)[ \u00A0](\d+(?:\.\d+)*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Romance();
}
