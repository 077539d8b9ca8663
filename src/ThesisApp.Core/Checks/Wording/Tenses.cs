using System.Text.RegularExpressions;
using ThesisApp.Contracts.Reports;
using ThesisApp.Core.Checks.Theses;
using ThesisApp.Core.Outlines;

namespace ThesisApp.Core.Checks.Wording;

/// <summary>The tense of English sentences, by their verbs.</summary>
internal static partial class Tenses
{
    private const int LeastSentences = 3;
    private const double Much = 0.3;

    private static readonly string[] Reported = [SectionRoles.Methodology, SectionRoles.Results];

    public static IEnumerable<ReportCheck> Find(CheckedThesis thesis)
    {
        foreach (CheckedSection section in thesis.Body.Where(section => thesis.IsEnglish && Reported.Contains(section.Role, StringComparer.Ordinal)))
        {
            (int _, int _, int future) = Count(section);
            int all = section.Paragraphs.Sum(paragraph => paragraph.Sentences.Count);
            if (future >= LeastSentences && future >= Much * all)
            {
                yield return Finding.Warning("future-tense", section, section.Line, $"{future} of {all} sentences are in the future: this reads like a plan. Say what was done and found.");
            }
        }
    }

    /// <summary>Sentences in the past, the present and the future.</summary>
    public static (int Past, int Present, int Future) Count(CheckedSection section)
    {
        int past = 0;
        int present = 0;
        int future = 0;
        foreach (string sentence in section.Paragraphs.SelectMany(paragraph => paragraph.Sentences))
        {
            if (Future().IsMatch(sentence))
            {
                future++;
            }
            else if (Past().IsMatch(sentence) && !PresentVerb().IsMatch(sentence))
            {
                past++;
            }
            else if (PresentVerb().IsMatch(sentence))
            {
                present++;
            }
        }

        return (past, present, future);
    }

    [GeneratedRegex(@"\b(will|shall|(is|are) going to)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Future();

    [GeneratedRegex(@"\b(was|were|had|did|became|began|came|chose|found|gave|grew|held|kept|knew|led|made|showed|stood|took|wrote|\p{L}{3,}ed)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Past();

    [GeneratedRegex(@"\b(is|are|has|have|does|do|can|may|must|shows?|holds?|keeps?|makes?|takes?|gives?|stands?|means?|needs?|uses?|remains?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex PresentVerb();
}
