using System.Globalization;
using ThesisApp.Core.Specification;
using ThesisApp.Core.Templates;

namespace ThesisApp.Core.Outlines;

/// <summary>Makes the outline of a specification: from its own chapters, or from a template.</summary>
public static class OutlineBuilder
{
    /// <summary>Fewest words that a section without a budget of its own must be left with.</summary>
    public const int MinSectionWords = 50;

    /// <summary>Builds the outline; deterministic.</summary>
    public static Outline Build(ThesisSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return spec.Chapters.Count > 0 ? FromChapters(spec) : FromTemplate(spec, TemplateCatalog.Get(spec.Template ?? TemplateCatalog.Default, spec.Language));
    }

    private static Outline FromChapters(ThesisSpec spec)
    {
        SectionSpec[] all = [.. spec.Chapters.SelectMany(chapter => chapter.Sections)];
        int open = all.Count(section => section.Words is null);
        Queue<int> shares = new(WordBudget.Share(Math.Max(0, spec.Words - all.Sum(section => section.Words ?? 0)), [.. Enumerable.Repeat(1, open)]));
        HashSet<string> given = all.SelectMany(section => section.Gives).ToHashSet(StringComparer.Ordinal);
        HashSet<string> needed = all.SelectMany(section => section.Needs).ToHashSet(StringComparer.Ordinal);

        List<OutlineChapter> chapters = [];
        foreach (ChapterSpec chapter in spec.Chapters)
        {
            int number = chapters.Count + 1;
            OutlineSection[] sections = [.. chapter.Sections.Select((section, index) => new OutlineSection
            {
                Id = $"{chapter.Id}/{section.Id}",
                ChapterId = chapter.Id,
                Number = string.Create(CultureInfo.InvariantCulture, $"{number}.{index + 1}"),
                Title = section.Title,
                Role = section.Role,
                Brief = section.Brief,
                Words = section.Words ?? shares.Dequeue(),
                Needs = section.Needs,
                Gives = section.Gives,
                ResearchQuestion = section.ResearchQuestion ?? QuestionOf(spec, section),
                Sources = section.Sources,
            })];
            chapters.Add(new OutlineChapter(chapter.Id, number, chapter.Title, sections));
        }

        return new Outline(chapters, [.. Established(spec, needed.Except(given, StringComparer.Ordinal))]);
    }

    private static Outline FromTemplate(ThesisSpec spec, ThesisTemplate template)
    {
        // The weight of a per-question section is shared by its copies, so that more questions do not crowd out the rest.
        List<(TemplateChapter Chapter, TemplateSection Section, int? Question)> plan =
        [
            .. template.Chapters.SelectMany(chapter => chapter.Sections.SelectMany(section => Copies(spec, section).Select(question => (chapter, section, question)))),
        ];
        int copies = Math.Max(1, spec.ResearchQuestions.Count);
        IReadOnlyList<int> words = WordBudget.Share(
            spec.Words,
            [.. plan.Select(entry => entry.Section.PerQuestion ? Math.Max(1, entry.Section.Weight * 60 * Math.Min(copies, 3) / copies) : entry.Section.Weight * 60)]);

        List<OutlineChapter> chapters = [];
        int next = 0;
        foreach (TemplateChapter chapter in template.Chapters)
        {
            int number = chapters.Count + 1;
            List<OutlineSection> sections = [];
            while (next < plan.Count && plan[next].Chapter == chapter)
            {
                sections.Add(Fill(spec, chapter, plan[next].Section, plan[next].Question, number, sections.Count + 1, words[next]));
                next++;
            }

            chapters.Add(new OutlineChapter(chapter.Id, number, chapter.Title, sections));
        }

        HashSet<string> needed = chapters.SelectMany(chapter => chapter.Sections).SelectMany(section => section.Needs).ToHashSet(StringComparer.Ordinal);
        return new Outline(chapters, [.. Established(spec, template.Artifacts.Select(artifact => artifact.Name).Where(needed.Contains))]);
    }

    // Who gives findings-2 answers the second question.
    private static int? QuestionOf(ThesisSpec spec, SectionSpec section)
    {
        int index = Enumerable.Range(0, spec.ResearchQuestions.Count).FirstOrDefault(i => section.Gives.Contains(string.Create(CultureInfo.InvariantCulture, $"findings-{i + 1}"), StringComparer.Ordinal), -1);
        return index < 0 ? null : index;
    }

    private static IEnumerable<int?> Copies(ThesisSpec spec, TemplateSection section) =>
        section.PerQuestion ? Enumerable.Range(0, spec.ResearchQuestions.Count).Select(i => (int?)i) : [null];

    private static OutlineSection Fill(ThesisSpec spec, TemplateChapter chapter, TemplateSection section, int? question, int chapterNumber, int sectionNumber, int words)
    {
        string suffix = question is { } index ? string.Create(CultureInfo.InvariantCulture, $"-{index + 1}") : string.Empty;
        return new OutlineSection
        {
            Id = $"{chapter.Id}/{section.Id}{suffix}",
            ChapterId = chapter.Id,
            Number = string.Create(CultureInfo.InvariantCulture, $"{chapterNumber}.{sectionNumber}"),
            Title = question is { } i ? QuestionHeading.From(i + 1, spec.ResearchQuestions[i], spec.Language) : section.Title,
            Role = section.Role,
            Brief = FillIn(section.Brief, spec, question),
            Words = words,
            Needs = [.. section.Needs.SelectMany(need => NumberedByQuestion(spec, need))],
            Gives = [.. section.Gives.Select(artifact => artifact + suffix)],
            ResearchQuestion = question,
        };
    }

    // 'findings' stands for what every findings section gives.
    private static IEnumerable<string> NumberedByQuestion(ThesisSpec spec, string artifact) =>
        artifact == "findings"
            ? Enumerable.Range(1, spec.ResearchQuestions.Count).Select(number => string.Create(CultureInfo.InvariantCulture, $"findings-{number}"))
            : [artifact];

    private static IEnumerable<OutlineArtifact> Established(ThesisSpec spec, IEnumerable<string> names)
    {
        HashSet<string> wanted = names.ToHashSet(StringComparer.Ordinal);
        return TemplateCatalog.Get(TemplateCatalog.Default, spec.Language).Artifacts
            .Where(artifact => wanted.Contains(artifact.Name))
            .Select(artifact => artifact with { Brief = FillIn(artifact.Brief, spec, null) });
    }

    private static string FillIn(string text, ThesisSpec spec, int? question) => text
        .Replace("{topic}", spec.Topic, StringComparison.Ordinal)
        .Replace("{caseStudy}", spec.CaseStudy ?? spec.Topic, StringComparison.Ordinal)
        .Replace("{question}", question is { } index ? spec.ResearchQuestions[index] : string.Empty, StringComparison.Ordinal);
}
