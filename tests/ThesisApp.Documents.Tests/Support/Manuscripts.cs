using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Sources;
using ThesisApp.Core.Specification;

namespace ThesisApp.Documents.Tests.Support;

/// <summary>Manuscripts of one chapter or two.</summary>
internal static class Manuscripts
{
    public static readonly BibliographyEntry Smith = Work("smith2020", "{Smith, Ann}", "A Study");
    public static readonly BibliographyEntry Jones = Work("jones2019", "{Jones, Bo}", "A Book");

    /// <summary>Two chapters of two sections; the given sentences stand in the first section.</summary>
    public static Manuscript Make(params Sentence[] sentences) => Make(new ThesisSpec { Title = "How Storage Evolved", Topic = "Storage" }, sentences);

    public static Manuscript Make(ThesisSpec spec, params Sentence[] sentences)
    {
        OutlineChapter[] chapters = [Chapter("case", 1, "The Case", "study", "scope"), Chapter("case-study", 2, "The Study", "findings", "limits")];
        Outline outline = new(chapters, []);
        return new Manuscript(
            spec,
            outline,
            new FrontMatter([Text(Plain("This is the abstract."))], ["storage", "history"], "It was written by rules."),
            [.. chapters.Select(chapter => new ChapterFrame(chapter.Id, [Text(Plain($"Chapter {chapter.Number} opens here."))], []))],
            [.. outline.Sections.Select((section, i) => new SectionReview(new SectionDraft(section.Id, [Text(i == 0 ? sentences : [Plain($"Section {section.Number} says something.")])], null), []))],
            new Bibliography([Smith, Jones], []));
    }

    public static Sentence Plain(string text) => new(text, [], []);

    public static Sentence Borrowed(string text, string key, string? locator = null) => new(text, [new Citation(key, key + "#1", locator)], []);

    public static Paragraph Text(params Sentence[] sentences) => new(ParagraphKind.Text, sentences);

    public static BibliographyEntry Work(string key, string author, string title) =>
        new(key, "book", new Dictionary<string, string> { ["author"] = author.Trim('{', '}'), ["title"] = title, ["year"] = "2020" });

    private static OutlineChapter Chapter(string id, int number, string title, params string[] sections) => new(
        id,
        number,
        title,
        [
            .. sections.Select((section, i) => new OutlineSection
            {
                Id = $"{id}/{section}", ChapterId = id, Number = $"{number}.{i + 1}", Title = $"On {section}", Role = SectionRoles.Literature, Brief = "", Words = 100,
            }),
        ]);
}
