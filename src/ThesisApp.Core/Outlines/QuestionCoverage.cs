using System.Globalization;

namespace ThesisApp.Core.Outlines;

/// <summary>Whether an outline takes up each research question: states it, answers it from evidence, and concludes from the answer. A user may plan otherwise; a model may not.</summary>
public static class QuestionCoverage
{
    /// <summary>The artifact that holds the questions.</summary>
    public const string Objectives = "objectives";

    /// <summary>What is missing, each with what would be right; empty if nothing is.</summary>
    /// <param name="outline">The outline.</param>
    /// <param name="questions">Number of research questions.</param>
    public static IReadOnlyList<string> FindGaps(Outline outline, int questions)
    {
        ArgumentNullException.ThrowIfNull(outline);
        List<string> gaps = [];
        if (!outline.Sections.Any(section => section.Role == SectionRoles.Introduction && section.Needs.Contains(Objectives, StringComparer.Ordinal)))
        {
            gaps.Add($"No section states the research questions. One of role '{SectionRoles.Introduction}' must need '{Objectives}'.");
        }

        HashSet<string> concluded = [.. outline.Sections.Where(section => section.Role == SectionRoles.Conclusion).SelectMany(section => section.Needs)];
        for (int i = 0; i < questions; i++)
        {
            OutlineSection[] answers = [.. outline.Sections.Where(section => section.ResearchQuestion == i && section.Role == SectionRoles.Results)];
            if (answers.Length == 0)
            {
                gaps.Add(string.Create(CultureInfo.InvariantCulture, $"No section answers research question {i + 1}. One of role '{SectionRoles.Results}' must have question {i + 1} and give 'findings-{i + 1}'."));
            }
            else if (!answers.SelectMany(section => section.Gives).Any(concluded.Contains))
            {
                gaps.Add(string.Create(CultureInfo.InvariantCulture, $"No section concludes from the answer to research question {i + 1}. One of role '{SectionRoles.Conclusion}' must need what {answers[0].Id} gives."));
            }
        }

        return gaps;
    }
}
