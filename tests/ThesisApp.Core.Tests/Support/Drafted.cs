using ThesisApp.Core.Documents;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Sources;
using ThesisApp.Core.Specification;

namespace ThesisApp.Core.Tests.Support;

/// <summary>A thesis of one chapter, its sections as given, and the document that it became.</summary>
internal sealed class Drafted
{
    private static readonly BibliographyEntry Work = new("smith2020", "book", new Dictionary<string, string> { ["title"] = "A Study" });

    private readonly List<OutlineSection> _outline = [];
    private readonly List<SectionReview> _reviews = [];
    private readonly List<DocumentSection> _sections = [];
    private readonly List<string> _warnings = [];

    public Manuscript Manuscript => new(
        new ThesisSpec { Title = "T", Topic = "T", ResearchQuestions = Questions },
        new Outline([new OutlineChapter("ch", 1, "Chapter", _outline)], []),
        new FrontMatter([], [], ""),
        [],
        _reviews,
        new Bibliography([Work], _warnings));

    public ThesisDocument Document => new("T", [], "en", [], [], "", [new DocumentChapter("ch", 1, "Chapter", [], _sections)], [new DocumentReference(Work, [])]);

    public IReadOnlyList<string> Questions { get; init; } = [];

    public static Sentence Borrowed(string text, string key = "smith2020") => new(text, [new Citation(key, key + "#1", null)], []);

    public static Sentence Plain(string text) => new(text, [], []);

    /// <summary>Numbered words in sentences of twenty.</summary>
    public static string Words(int count, string word = "word") =>
        string.Join(' ', Enumerable.Range(1, count).Select(i => (i % 20 == 1 ? char.ToUpperInvariant(word[0]) + word[1..] : word) + i + (i % 20 == 0 && i < count ? "." : string.Empty))) + ".";

    public Drafted With(string role, int budget, params Sentence[] sentences) => With(role, budget, null, sentences);

    public Drafted With(string role, int budget, int? question, params Sentence[] sentences)
    {
        string id = $"ch/s{_outline.Count + 1}";
        _outline.Add(new OutlineSection { Id = id, ChapterId = "ch", Number = $"1.{_outline.Count + 1}", Title = id, Role = role, Brief = "", Words = budget, ResearchQuestion = question });
        _reviews.Add(new SectionReview(new SectionDraft(id, [.. sentences.Select(sentence => new Paragraph(ParagraphKind.Text, [sentence]))], null), []));
        _sections.Add(new DocumentSection(id, $"1.{_outline.Count}", id, [.. sentences.Select(sentence => new Block(ParagraphKind.Text, [Set(sentence)]))]));
        return this;
    }

    public Drafted WithMark(string text)
    {
        _sections[^1] = _sections[^1] with { Blocks = [.. _sections[^1].Blocks, new Block(ParagraphKind.Text, [[new Inline(InlineKind.Unresolved, text)]])] };
        return this;
    }

    public Drafted WithWarning(string warning)
    {
        _warnings.Add(warning);
        return this;
    }

    private static Inline[] Set(Sentence sentence) =>
        [new(InlineKind.Text, sentence.Text), .. sentence.Citations.Select(citation => citation.Key == Work.Key ? new Inline(InlineKind.Citation, "(S)", citation.Key) : new Inline(InlineKind.Unresolved, $"[unresolved: {citation.Key}]"))];
}
