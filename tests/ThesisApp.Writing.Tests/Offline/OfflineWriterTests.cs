using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Sources;
using ThesisApp.Writing.Tests.Support;

namespace ThesisApp.Writing.Tests.Offline;

public sealed class OfflineWriterTests
{
    private static readonly Citation Cited = new("a", "a#1", null);

    [Fact]
    public async Task The_objectives_are_the_research_questions()
    {
        EstablishRequest request = new(Corpus.Spec(), Corpus.Outline(), new OutlineArtifact("objectives", "The questions.", []), [], []);
        Artifact artifact = await Writers.Offline.EstablishAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(["How did traffic on the canal change?"], artifact.Claims.Select(claim => claim.Text));
    }

    [Fact]
    public async Task A_glossary_holds_sentences_that_define_and_cites_them()
    {
        Passage passage = new("a#1", "a", 1, null, null, "A lock is a chamber that lifts boats from one level to another. The canal carried more grain in every decade.");
        EstablishRequest request = new(Corpus.Spec(), Corpus.Outline(), new OutlineArtifact("glossary", "Terms.", []), [], [passage]);
        Artifact artifact = await Writers.Offline.EstablishAsync(request, TestContext.Current.CancellationToken);
        Claim claim = Assert.Single(artifact.Claims);
        Assert.StartsWith("A lock is", claim.Text, StringComparison.Ordinal);
        Assert.Equal("a#1", Assert.Single(claim.Citations).PassageId);
    }

    [Fact]
    public async Task A_section_gives_every_artifact_that_the_outline_promises()
    {
        OutlineSection section = Corpus.Section("c/s", 200) with { Gives = ["one", "two"] };
        SectionWork work = await Writers.Offline.DraftAsync(Corpus.Request(section, Corpus.Source("a", 6)), TestContext.Current.CancellationToken);
        Assert.Equal(["one", "two"], work.Artifacts.Select(artifact => artifact.Name));
        Assert.All(work.Artifacts, artifact => Assert.NotEmpty(artifact.Claims));
    }

    [Fact]
    public async Task A_chapter_opening_refers_to_each_of_its_sections()
    {
        OutlineSection[] sections = [Corpus.Section("c/one", 100), Corpus.Section("c/two", 100)];
        Outline outline = Corpus.Outline(sections);
        (ChapterFrame frame, _) = await Writers.Offline.FrameAsync(new FrameRequest(Corpus.Spec(), outline, outline.Chapters[0], []), TestContext.Current.CancellationToken);
        Assert.Equal(["c/one", "c/two"], frame.Opening.SelectMany(paragraph => paragraph.Sentences).SelectMany(sentence => sentence.CrossReferences));
    }

    [Fact]
    public async Task The_abstract_cites_what_it_takes_from_the_findings()
    {
        FrontMatter front = await FrontMatterAsync();
        Assert.Equal([Cited], front.Abstract.SelectMany(paragraph => paragraph.Sentences).Single(sentence => sentence.IsBorrowed).Citations);
    }

    [Fact]
    public async Task The_front_matter_says_that_no_model_wrote_the_text() =>
        Assert.Contains("without a language model", (await FrontMatterAsync()).Statement, StringComparison.Ordinal);

    [Fact]
    public async Task A_phrase_that_several_chapters_share_leads_the_keywords() =>
        Assert.Equal("canal tolls", (await FrontMatterAsync()).Keywords[0]);

    [Fact]
    public async Task The_abstract_tells_the_finding_of_a_section_whose_chapter_has_no_frame_yet()
    {
        OutlineSection findings = Corpus.Section("c/answer-1", 200, SectionRoles.Results) with { ResearchQuestion = 0 };
        SectionReview review = new(new SectionDraft(findings.Id, [new Paragraph(ParagraphKind.Text, [new Sentence(Corpus.Sentence(1), [Cited], [])])], null), []);
        FrontMatterRequest request = new(Corpus.Spec(), Corpus.Outline(findings), [], [review], 2);

        (FrontMatter front, _) = await Writers.Offline.WriteFrontMatterAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(Corpus.Sentence(1), front.Abstract.SelectMany(paragraph => paragraph.Sentences).Single(sentence => sentence.IsBorrowed).Borrowed);
    }

    [Theory]
    [InlineData(null, 2)]
    [InlineData("unverified: it stands elsewhere", 1)]
    public async Task A_chapter_is_told_by_the_statement_that_its_section_names_unless_the_review_has_marked_it(string? mark, int expected)
    {
        OutlineSection findings = Corpus.Section("c/answer-1", 200, SectionRoles.Results) with { ResearchQuestion = 0 };
        Sentence[] sentences = [new(Corpus.Sentence(1), [Cited], []), new(Corpus.Sentence(2), [Cited], []) { Mark = mark }];
        SectionDraft draft = new(findings.Id, [new Paragraph(ParagraphKind.Text, sentences)], null) { Telling = [new Claim(Corpus.Sentence(2), [Cited], findings.Id)] };
        Outline outline = Corpus.Outline(findings);

        (ChapterFrame frame, _) = await Writers.Offline.FrameAsync(new FrameRequest(Corpus.Spec(), outline, outline.Chapters[0], [new SectionReview(draft, [])]), TestContext.Current.CancellationToken);

        Assert.Equal(Corpus.Sentence(expected), Assert.Single(frame.Summary).Text);
    }

    [Fact]
    public async Task A_section_names_the_statements_that_it_gives_to_others_as_its_weightiest()
    {
        OutlineSection section = Corpus.Section("c/s", 200) with { Gives = ["one"] };
        SectionWork work = await Writers.Offline.DraftAsync(Corpus.Request(section, Corpus.Source("a", 6)), TestContext.Current.CancellationToken);
        Assert.NotEmpty(work.Draft.Telling);
        Assert.Equal(work.Artifacts[0].Claims.Select(claim => claim.Text), work.Draft.Telling.Select(claim => claim.Text));
    }

    [Fact]
    public async Task The_weightiest_statement_on_a_question_is_of_a_work_that_speaks_of_the_case()
    {
        const string Other = "Traffic on the Trent changed when its barges carried more corn.";
        OutlineSection section = Corpus.Section("c/answer-1", 150, SectionRoles.Results) with { ResearchQuestion = 0, Gives = ["findings-1"] };
        Passage[] passages =
        [
            new("other#1", "other", 1, "Traffic", null, $"{Other} {Corpus.Sentence(1)} {Corpus.Sentence(9)} {Corpus.Sentence(17)}"),
            new("severn#1", "severn", 1, "Traffic", null, $"Traffic on the Severn changed when its barges carried more coal. {Corpus.Sentence(3)} {Corpus.Sentence(11)} {Corpus.Sentence(19)}"),
        ];

        SectionWork work = await Writers.Offline.DraftAsync(Corpus.Request(section) with { Allotment = new SectionAllotment(section.Id, passages) }, TestContext.Current.CancellationToken);

        Assert.Contains(work.Draft.Paragraphs.SelectMany(paragraph => paragraph.Sentences), sentence => sentence.Borrowed == Other);
        Assert.Equal("severn", work.Draft.Telling[0].Citations[0].Key);
    }

    [Fact]
    public async Task A_cancelled_draft_stops()
    {
        using CancellationTokenSource cancelled = new();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Writers.Offline.DraftAsync(Corpus.Request(Corpus.Section("c/s", 100)), cancelled.Token));
    }

    private static async Task<FrontMatter> FrontMatterAsync()
    {
        OutlineSection findings = Corpus.Section("c/answer-1", 200, SectionRoles.Results) with { ResearchQuestion = 0 };
        ChapterFrame first = new("c", [], [new Claim(Corpus.Sentence(1), [Cited], findings.Id)]) { Terms = ["oak gates", "canal tolls"] };
        ChapterFrame second = new("d", [], []) { Terms = ["canal tolls", "narrow boats"] };
        return (await Writers.Offline.WriteFrontMatterAsync(new FrontMatterRequest(Corpus.Spec(), Corpus.Outline(findings), [first, second], [], 2), TestContext.Current.CancellationToken)).Text;
    }
}
