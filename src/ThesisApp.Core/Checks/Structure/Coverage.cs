using System.Text.RegularExpressions;
using ThesisApp.Contracts.Reports;
using ThesisApp.Core.Checks.Theses;
using ThesisApp.Core.Outlines;

namespace ThesisApp.Core.Checks.Structure;

/// <summary>What a thesis must have: its parts, the outline's sections within their budgets, and each research question asked, answered and concluded.</summary>
internal static partial class Coverage
{
    private const double Asked = 0.8;
    private const double Answered = 0.6;

    private static readonly (string Role, string Name)[] Parts =
    [
        (SectionRoles.Introduction, "an introduction"), (SectionRoles.Methodology, "a description of the method"), (SectionRoles.Results, "results"), (SectionRoles.Conclusion, "a conclusion"),
    ];

    public static IEnumerable<ReportCheck> Find(CheckedThesis thesis)
    {
        foreach ((string _, string name) in Parts.Where(part => !thesis.Body.Any(section => section.Role == part.Role)))
        {
            yield return Finding.Warning("missing-part", $"No heading tells of {name}.");
        }

        foreach (ReportCheck check in Outline(thesis).Concat(Questions(thesis)))
        {
            yield return check;
        }
    }

    /// <summary>The research questions: those that were given, else those that the text marks as such.</summary>
    public static IReadOnlyList<string> QuestionsOf(CheckedThesis thesis)
    {
        if (thesis.Questions.Count > 0)
        {
            return thesis.Questions;
        }

        string[] named = [.. thesis.BodyParagraphs.Select(item => NamedQuestion().Match(item.Paragraph.Text)).Where(match => match.Success).Select(match => match.Groups[1].Value.Trim())];
        return named.Length > 0
            ? [.. named.Distinct(StringComparer.OrdinalIgnoreCase)]
            :
            [
                .. thesis.Body.Where(section => section.Role == SectionRoles.Introduction)
                    .SelectMany(section => section.Paragraphs.Where(paragraph => paragraph.Form == ParagraphForm.Item && paragraph.Text.EndsWith('?')).Select(paragraph => paragraph.Text)),
            ];
    }

    /// <summary>True if a section of one of these roles asks a question, as far as words tell.</summary>
    public static bool Asks(CheckedThesis thesis, IReadOnlyList<string> roles, string question) => States(thesis, roles, question) || Speaks(thesis, roles, WordStems.Of(question), Asked, 0, byNumber: false);

    /// <summary>True if one speaks of a question again, by its words or its number.</summary>
    public static bool ComesBackTo(CheckedThesis thesis, IReadOnlyList<string> roles, string question, int number) => States(thesis, roles, question) || Speaks(thesis, roles, WordStems.Of(question), Answered, number, byNumber: true);

    // Word for word: a question such as 'Why?' has no words to know it by.
    private static bool States(CheckedThesis thesis, IReadOnlyList<string> roles, string question) => thesis.Body
        .Where(section => roles.Contains(section.Role, StringComparer.Ordinal))
        .Any(section => section.Paragraphs.Any(paragraph => paragraph.Text.Contains(question.TrimEnd('?', '.', ' ', '\u00A0', '\u202F'), StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<ReportCheck> Outline(CheckedThesis thesis)
    {
        Dictionary<string, CheckedSection> byTitle = thesis.Body.GroupBy(section => section.Title, StringComparer.OrdinalIgnoreCase).ToDictionary(same => same.Key, same => same.First(), StringComparer.OrdinalIgnoreCase);
        foreach (ExpectedSection expected in thesis.Expected)
        {
            if (!byTitle.TryGetValue(expected.Title, out CheckedSection? section))
            {
                yield return Finding.Error("missing-section", $"The outline's section {expected.Number} '{expected.Title}' is not in the document.");
            }
            else if (Math.Abs(section.Words - expected.Words) > expected.Words * WordBudget.Tolerance)
            {
                yield return Finding.Warning("word-budget", section, section.Line, $"{section.Words} words; the budget is {expected.Words}.");
            }
        }

        int words = thesis.Body.Sum(section => section.Words);
        if (thesis.ExpectedWords is { } budget && Math.Abs(words - budget) > budget * WordBudget.Tolerance)
        {
            yield return Finding.Warning("word-budget", $"The text has {words} words; {budget} are asked for.");
        }
    }

    private static IEnumerable<ReportCheck> Questions(CheckedThesis thesis)
    {
        IReadOnlyList<string> questions = QuestionsOf(thesis);
        for (int i = 0; i < questions.Count; i++)
        {
            if (!Asks(thesis, [SectionRoles.Introduction], questions[i]))
            {
                yield return Finding.Warning("question-not-asked", $"The introduction does not ask the research question '{questions[i]}'.");
            }

            if (!ComesBackTo(thesis, [SectionRoles.Results, SectionRoles.Case], questions[i], i + 1))
            {
                yield return Finding.Warning("question-not-answered", $"The results do not speak of the research question '{questions[i]}'.");
            }

            if (!ComesBackTo(thesis, [SectionRoles.Conclusion], questions[i], i + 1))
            {
                yield return Finding.Warning("question-not-concluded", $"The conclusion does not come back to the research question '{questions[i]}'.");
            }
        }
    }

    // A paragraph that shares the question's words, or a heading or paragraph that names its number.
    private static bool Speaks(CheckedThesis thesis, IReadOnlyList<string> roles, HashSet<string> stems, double share, int number, bool byNumber) =>
        thesis.Body.Where(section => roles.Contains(section.Role, StringComparer.Ordinal)).Any(section =>
            section.Paragraphs.Select(paragraph => paragraph.Text).Append(byNumber ? section.Title : string.Empty).Any(text =>
                WordStems.Of(text) is var found && stems.Count(found.Contains) >= Math.Max(1, share * stems.Count)
                || (byNumber && Numbered().Matches(text).Any(match => match.Groups[1].Value == $"{number}"))));

    [GeneratedRegex(@"^\s*(?:RQ|Research question|Forschungsfrage|FF|Question de recherche|Pregunta de investigación)\s*\d+\s*[:.)–—-]\s*(.+\?)", RegexOptions.IgnoreCase)]
    private static partial Regex NamedQuestion();

    [GeneratedRegex(@"\b(?:RQ|(?:research )?question(?: de recherche)?|Forschungsfrage|Frage|Pregunta(?: de investigación)?|FF)\s?(\d+)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Numbered();
}
