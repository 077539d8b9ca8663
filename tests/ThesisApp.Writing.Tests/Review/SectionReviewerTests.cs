using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Revisions;
using ThesisApp.Core.Sources;
using ThesisApp.Writing.Review;
using ThesisApp.Writing.Tests.Support;

namespace ThesisApp.Writing.Tests.Review;

public sealed class SectionReviewerTests
{
    private static readonly SourceDocument Source = Corpus.Source("a", 2);
    private static readonly OutlineSection Section = Corpus.Section("c/s", 100);
    private static readonly Sentence Honest = new(Corpus.Sentence(0), [new Citation("a", "a#1", null)], []);

    [Fact]
    public void A_sentence_that_stands_in_its_passage_passes() => Assert.Empty(Review([Honest]).Findings);

    [Fact]
    public void A_sentence_that_was_altered_is_taken_out_and_named()
    {
        SectionReview review = Review([Honest, Honest with { Text = "The harbour lost no cargo." }]);
        Assert.Equal([Honest.Text], Texts(review));
        Assert.Contains("“The harbour lost no cargo.”", Assert.Single(review.Findings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nobody", "a#1", "is not in the bibliography")]
    [InlineData("a", "a#9", "was not given to this section")]
    [InlineData("b", "a#1", "is not of the work")]
    public void A_citation_that_does_not_hold_takes_its_sentence_with_it(string key, string passage, string reason)
    {
        SectionReview review = Review([Honest with { Citations = [new Citation(key, passage, null)] }]);
        Assert.Empty(review.Draft.Paragraphs);
        Assert.Contains(reason, Assert.Single(review.Findings), StringComparison.Ordinal);
    }

    [Fact]
    public void Own_words_may_lead_into_a_borrowed_sentence()
    {
        Sentence led = Honest with { Text = $"According to {WorkMention.Of("a")}, {char.ToLowerInvariant(Honest.Text[0])}{Honest.Text[1..]}", Quoted = Honest.Text };
        Assert.Equal([led.Text], Texts(Review([led])));
    }

    [Theory]
    [InlineData("According to others, something else entirely was the case.")]
    [InlineData("x")]
    public void Own_words_that_do_not_go_on_in_the_words_of_the_source_are_taken_out(string text) =>
        Assert.Contains("its words are not the source's", Assert.Single(Review([Honest with { Text = text, Quoted = Honest.Text }]).Findings), StringComparison.Ordinal);

    [Fact]
    public void A_table_that_is_not_the_sources_is_taken_out()
    {
        TableData table = new(["Year", "Coal"], [["1797", "21"]]);
        Passage passage = new("a#t", "a", 9, "Traffic", null, "Traffic. Year | Coal; 1797 | 21") { Table = table };
        Paragraph Of(TableData data) => new(ParagraphKind.Table, [new Sentence("Traffic", [new Citation("a", "a#t", null)], [])]) { Table = data };
        SectionReview Review(Paragraph paragraph) => SectionReviewer.Review(new ReviewRequest(
            Corpus.Spec(), Section, new SectionDraft(Section.Id, [paragraph], null), new SectionAllotment(Section.Id, [passage]), Corpus.Bibliography("a"), []));
        Assert.Single(Review(Of(table with { Rows = [["1797", "21"]] })).Draft.Paragraphs);
        Assert.Empty(Review(Of(table with { Rows = [["1797", "99"]] })).Draft.Paragraphs);
    }

    [Fact]
    public void A_sentence_that_stands_there_already_is_taken_out() => Assert.Single(Texts(Review([Honest, Honest])));

    [Fact]
    public void A_mention_of_an_unknown_work_is_taken_out() =>
        Assert.Equal([Honest.Text], Texts(Review([new Sentence($"{WorkMention.Of("nobody")} said so.", [], []), Honest])));

    [Fact]
    public void An_opener_does_not_stay_when_all_that_it_opens_is_gone() =>
        Assert.Empty(Review([new Sentence("What follows is telling.", [], []), Honest with { Text = "Invented from nothing at all." }]).Draft.Paragraphs);

    [Fact]
    public void A_figure_that_is_not_the_sources_is_taken_out_with_what_announces_it()
    {
        FigureData figure = new("sources/a.png", "abc", "image/png", 3, 2);
        Passage passage = new("a#f", "a", 9, "Traffic", null, "The locks.") { Figure = figure };
        Sentence announced = new($"An illustration is given in {FigureMention.Of("a#f")}.", [], []);
        SectionReview Review(FigureData? data) => SectionReviewer.Review(new ReviewRequest(
            Corpus.Spec(),
            Section,
            new SectionDraft(Section.Id, [new Paragraph(ParagraphKind.Text, [Honest, announced]), new Paragraph(ParagraphKind.Figure, [new Sentence("The locks", [new Citation("a", "a#f", null)], [])]) { Figure = data }], null),
            new SectionAllotment(Section.Id, [.. Source.Passages, passage]),
            Corpus.Bibliography("a"),
            []));

        Assert.Equal([Honest.Text, announced.Text, "The locks"], Texts(Review(figure)));
        SectionReview other = Review(figure with { Hash = "def" });
        Assert.Equal([Honest.Text], Texts(other));
        Assert.Contains("the figure is not the source's", other.Findings[0], StringComparison.Ordinal);
        Assert.Contains("does not stand in the section", other.Findings[1], StringComparison.Ordinal);
        Assert.Equal([Honest.Text], Texts(Review(figure with { Path = "sources/b.png" })));
    }

    [Fact]
    public void A_claim_that_another_section_has_confirmed_may_be_repeated()
    {
        Sentence repeated = new(Corpus.Sentence(40), [new Citation("b", "b#3", null)], []);
        Assert.Equal([repeated.Text], Texts(Review([repeated], new Artifact("findings", [new Claim(repeated.Text, repeated.Citations, "c/other")], []))));
    }

    [Fact]
    public void A_confirmed_claim_with_another_citation_is_taken_out()
    {
        Sentence repeated = new(Corpus.Sentence(40), [new Citation("a", "b#3", null)], []);
        Artifact artifact = new("findings", [new Claim(repeated.Text, [new Citation("b", "b#3", null)], "c/other")], []);
        Assert.Empty(Review([repeated], artifact).Draft.Paragraphs);
    }

    [Fact]
    public async Task A_comment_stays_open_and_says_why()
    {
        ReviewRequest request = new(Corpus.Spec(), Corpus.Section("c/s", 100), new SectionDraft("c/s", [], null), new SectionAllotment("c/s", []), Corpus.Bibliography(), [])
        {
            Comments = [new SectionComment(1, "Say more.", default)],
        };

        ReviewedSection reviewed = await new SectionReviewer().ReviewAsync(request, TestContext.Current.CancellationToken);

        CommentOutcome outcome = Assert.Single(reviewed.Comments);
        Assert.False(outcome.IsAddressed);
        Assert.Contains("offline writer cannot follow comments", outcome.Note, StringComparison.Ordinal);
    }

    private static SectionReview Review(Sentence[] sentences, params Artifact[] needed) => SectionReviewer.Review(new ReviewRequest(
        Corpus.Spec(),
        Section,
        new SectionDraft(Section.Id, [new Paragraph(ParagraphKind.Text, sentences)], null),
        new SectionAllotment(Section.Id, Source.Passages),
        Corpus.Bibliography("a", "b"),
        needed));

    private static string[] Texts(SectionReview review) => [.. review.Draft.Paragraphs.SelectMany(paragraph => paragraph.Sentences).Select(sentence => sentence.Text)];
}
