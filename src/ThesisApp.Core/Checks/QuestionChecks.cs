using ThesisApp.Contracts.Reports;
using ThesisApp.Core.Checks.Structure;
using ThesisApp.Core.Checks.Theses;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;

namespace ThesisApp.Core.Checks;

/// <summary>Follows each research question through a thesis whose outline is known: asked in the introduction, answered by a section of its own, taken up by the conclusion. Where the outline has no such part, nothing can be missed there.</summary>
internal static class QuestionChecks
{
    /// <summary>What is found.</summary>
    public static IEnumerable<ReportCheck> Find(Manuscript manuscript, CheckedThesis view)
    {
        string[] asking = RolesOr(manuscript.Outline, SectionRoles.Introduction, SectionRoles.All);
        string[] concluding = RolesOr(manuscript.Outline, SectionRoles.Conclusion, []);
        bool usesFindings = manuscript.Outline.Sections.Any(section => section.ResearchQuestion is not null);
        for (int i = 0; i < manuscript.Spec.ResearchQuestions.Count; i++)
        {
            string question = manuscript.Spec.ResearchQuestions[i];
            if (!Coverage.Asks(view, asking, question))
            {
                yield return Finding.Warning("question-not-asked", $"{(asking.Length == 1 ? "The introduction does not state" : "No section states")} the research question '{question}'.");
            }

            if (usesFindings && !manuscript.Outline.Sections.Any(section => section.ResearchQuestion == i))
            {
                yield return Finding.Warning("question-not-answered", $"No findings section answers the research question '{question}'.");
            }

            if (concluding.Length > 0 && !Coverage.ComesBackTo(view, concluding, question, i + 1))
            {
                yield return Finding.Warning("question-not-concluded", $"The conclusion does not come back to the research question '{question}'.");
            }
        }
    }

    private static string[] RolesOr(Outline outline, string role, IEnumerable<string> otherwise) =>
        outline.Sections.Any(section => section.Role == role) ? [role] : [.. otherwise];
}
