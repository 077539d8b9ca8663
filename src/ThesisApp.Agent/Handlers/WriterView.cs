using ThesisApp.Core.Outlines;
using ThesisApp.Core.Specification;

namespace ThesisApp.Agent.Handlers;

/// <summary>What a writer is shown of the whole: enough to refer to it, not so much that a change of one section's brief would be a change to all.</summary>
internal static class WriterView
{
    /// <summary>The specification without the title page, the files and the plan.</summary>
    public static ThesisSpec ForWriting(this ThesisSpec spec) => new()
    {
        Title = spec.Title,
        Topic = spec.Topic,
        CaseStudy = spec.CaseStudy,
        ResearchQuestions = spec.ResearchQuestions,
        Language = spec.Language,
        CitationStyle = spec.CitationStyle,
    };

    /// <summary>The outline as a table of contents: numbers, titles, roles and what each section gives.</summary>
    public static Outline ForWriting(this Outline outline) => new(
        [.. outline.Chapters.Select(chapter => chapter with { Sections = [.. chapter.Sections.Select(section => section with { Brief = string.Empty, Words = 0, Needs = [], Sources = null })] })],
        []);
}
