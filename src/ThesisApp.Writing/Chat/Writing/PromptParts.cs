using System.Globalization;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Specification;
using ThesisApp.Writing.Chat.Evidence;
using ThesisApp.Writing.Chat.Grounding;

namespace ThesisApp.Writing.Chat.Writing;

/// <summary>What several prompts are told.</summary>
internal static class PromptParts
{
    private const string Nothing = "(nothing)";

    /// <summary>The research questions, numbered.</summary>
    public static string Questions(ThesisSpec spec) => spec.ResearchQuestions.Count == 0
        ? Nothing
        : string.Join('\n', spec.ResearchQuestions.Select((question, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {Line(question)}")));

    /// <summary>What the thesis's author says that it is about.</summary>
    public static IEnumerable<string> Subject(ThesisSpec spec) => [spec.Title, spec.Topic, spec.CaseStudy ?? string.Empty, .. spec.ResearchQuestions];

    /// <summary>The case that is studied, as a sentence.</summary>
    public static string Case(ThesisSpec spec) => spec.CaseStudy is { } study ? $"The case that it studies is {Line(study)}." : string.Empty;

    /// <summary>The table of contents.</summary>
    public static string Contents(Outline outline) =>
        string.Join('\n', outline.Chapters.SelectMany(chapter => chapter.Sections.Select(section => $"{section.Number} {Line(chapter.Title)}: {Line(section.Title)}")));

    /// <summary>What artifacts fix: terms, and claims that rest on nothing but the specification. Those that rest on passages are among the evidence.</summary>
    public static string Established(IReadOnlyList<Artifact> artifacts)
    {
        string[] lines =
        [
            .. artifacts.SelectMany(artifact => artifact.Claims.Where(claim => claim.Citations.Count == 0).Select(claim => $"- {artifact.Name}: {Line(claim.Text)}")),
            .. artifacts.Where(artifact => artifact.Terms.Count > 0).Select(artifact => $"- terms ({artifact.Name}): {string.Join(", ", artifact.Terms.Select(Line))}"),
        ];
        return lines.Length == 0 ? Nothing : string.Join('\n', lines);
    }

    /// <summary>How all sections write what they share: abbreviations, which one section writes out and the others use, and notation.</summary>
    public static string Conventions(SectionTask task)
    {
        IEnumerable<string> abbreviations = task.Abbreviations.Where(abbreviation => ForeignText.Find(abbreviation.LongForm, []) is null).Select(abbreviation => abbreviation.SectionId == task.Section.Id
            ? $"- {abbreviation.ShortForm} stands for {Line(abbreviation.LongForm)}: this section writes it out, with the short form in brackets behind it, where it first names it"
            : $"- {abbreviation.ShortForm} stands for {Line(abbreviation.LongForm)}: use the short form alone; another section writes it out");
        return string.Join('\n', abbreviations.Append("- numbers, units, dates and symbols as the passages write them"));
    }

    /// <summary>Sentences that a section must hold as they are: who states the research questions, who answers one, and who concludes on all.</summary>
    public static string Verbatim(ThesisSpec spec, OutlineSection section, IReadOnlyList<Artifact> needed)
    {
        bool knowsAll = needed.Any(artifact => artifact.Name == "objectives");
        IEnumerable<string> questions = section.ResearchQuestion is { } index
            ? [spec.ResearchQuestions[index]]
            : section.Role switch
            {
                SectionRoles.Introduction or SectionRoles.Conclusion when knowsAll => spec.ResearchQuestions,
                SectionRoles.Conclusion => spec.ResearchQuestions.Where((_, i) => needed.Any(artifact => artifact.Name == $"findings-{Number(i + 1)}")),
                _ => [],
            };
        return Verbatim(questions);
    }

    /// <summary>The questions, each on a line that asks for it.</summary>
    public static string Verbatim(IEnumerable<string> questions) => string.Join('\n', questions.Select(question => $"State word for word: {Line(question)}"));

    /// <summary>A text on one line, unable to open or close a fence.</summary>
    public static string Line(string text) => Fence.Defuse(text);

    /// <summary>A number as prompts write it.</summary>
    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
