using ThesisApp.Core.Outlines;
using ThesisApp.Core.Specification;

namespace ThesisApp.Core.Tests.Outlines;

public sealed class QuestionCoverageTests
{
    private static readonly Outline Template = OutlineBuilder.Build(new ThesisSpec { Title = "T", Topic = "Storage", ResearchQuestions = ["A?", "B?"] });

    [Fact]
    public void The_template_covers_every_question() => Assert.Empty(QuestionCoverage.FindGaps(Template, 2));

    [Fact]
    public void A_question_that_no_results_answer_is_told() =>
        Assert.Contains("research question 2", Assert.Single(QuestionCoverage.FindGaps(With(section => section.ResearchQuestion == 1 ? section with { ResearchQuestion = null } : section), 2)), StringComparison.Ordinal);

    [Fact]
    public void An_answer_from_which_nothing_is_concluded_is_told() =>
        Assert.Contains("concludes from the answer to research question 1", Assert.Single(QuestionCoverage.FindGaps(With(section => section with { Needs = [.. section.Needs.Where(need => need != "findings-1")] }), 2)), StringComparison.Ordinal);

    [Fact]
    public void Questions_that_no_introduction_states_are_told() =>
        Assert.Contains("states the research questions", Assert.Single(QuestionCoverage.FindGaps(With(section => section.Role == SectionRoles.Introduction ? section with { Needs = [] } : section), 2)), StringComparison.Ordinal);

    private static Outline With(Func<OutlineSection, OutlineSection> change) =>
        Template with { Chapters = [.. Template.Chapters.Select(chapter => chapter with { Sections = [.. chapter.Sections.Select(change)] })] };
}
