using Microsoft.Extensions.Options;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Sources;
using ThesisApp.Models;
using ThesisApp.Writing.Chat;
using ThesisApp.Writing.Chat.Writing;
using ThesisApp.Writing.Offline;
using ThesisApp.Writing.Tests.Support;

namespace ThesisApp.Writing.Tests.Chat;

/// <summary>The tables of passages that a model writes from.</summary>
public sealed class SectionTablesTests
{
    private static readonly OutlineSection Section = Corpus.Section("c/s", 40);
    private static readonly TableData Tolls = new(["Year", "Toll"], [["1802", "4"], ["1803", "5"]]);

    private static readonly SectionAllotment Allotment = new(
        "c/s",
        [
            Given.Passage("smith1990#a", "The canal carried grain and gravel along its whole length in every single season of the year."),
            Given.Passage("smith1990#t", "Tolls by year. 1802 4 1803 5") with { Table = Tolls },
            Given.Passage("jones2001#a", "Traffic fell after the railway came."),
        ]);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void A_table_follows_the_last_paragraph_that_cites_its_heading_and_goes_again()
    {
        Paragraph[] text = [Cites("smith1990#a", "One."), Cites("smith1990#a", "Two."), Cites("jones2001#a", "Three.")];

        IReadOnlyList<Paragraph> set = SectionTables.Set(text, Allotment, "en");

        Assert.Equal([ParagraphKind.Text, ParagraphKind.Text, ParagraphKind.Table, ParagraphKind.Text], set.Select(paragraph => paragraph.Kind));
        Assert.Equal(["smith1990#t"], TableMention.Passages(set[1].Sentences[^1].Text));
        Assert.Same(Tolls, set[2].Table);
        Assert.Equal(("Tolls by year", "smith1990#t"), (set[2].Sentences[0].Text, set[2].Sentences[0].Citations[0].PassageId));
        Assert.Equal(text.SelectMany(paragraph => paragraph.Sentences), SectionTables.Without(set).SelectMany(paragraph => paragraph.Sentences));
    }

    [Fact]
    public void A_list_is_followed_by_a_paragraph_that_announces_the_table()
    {
        IReadOnlyList<Paragraph> set = SectionTables.Set([Cites("smith1990#a", "One.") with { Kind = ParagraphKind.Bulleted }], Allotment, "en");

        Assert.Equal([ParagraphKind.Bulleted, ParagraphKind.Text, ParagraphKind.Table], set.Select(paragraph => paragraph.Kind));
        Assert.Single(set[0].Sentences);
    }

    [Fact]
    public void A_table_whose_heading_nobody_cites_is_left_out() => Assert.Single(SectionTables.Set([Cites("jones2001#a", "One.")], Allotment, "en"));

    [Fact]
    public async Task A_text_of_a_model_keeps_its_table_through_draft_review_and_revision()
    {
        using ScriptedModels models = new(
            () => "The canal carried grain and gravel along its length [@smith1990, para. 1].",
            () => "{\"verdict\": \"revise\", \"reasons\": [\"Say when.\"]}",
            () => "In every season the canal carried grain and gravel along its length [@smith1990, para. 1].");
        ModelOptions options = new() { RevisionRounds = 1 };
        ChatWriter writer = new(models, new OfflineWriter());
        OutlineSection section = Section with { Words = 11 };
        SectionWork work = await writer.DraftAsync(new DraftRequest(Corpus.Spec(), Corpus.Outline(section), section, [], Allotment), Cancellation);

        ReviewedSection reviewed = await new ChatSectionReviewer(models, Options.Create(options)).ReviewAsync(
            new ReviewRequest(Corpus.Spec(), section, work.Draft, Allotment, Corpus.Bibliography("smith1990"), []), Cancellation);

        Assert.Equal([ParagraphKind.Text, ParagraphKind.Table], work.Draft.Paragraphs.Select(paragraph => paragraph.Kind));
        Assert.Equal([ParagraphKind.Text, ParagraphKind.Table], reviewed.Review.Draft.Paragraphs.Select(paragraph => paragraph.Kind));
        Assert.StartsWith("In every season", reviewed.Review.Draft.Paragraphs[0].Sentences[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("{table:", string.Concat(models.Prompts), StringComparison.Ordinal);
    }

    private static Paragraph Cites(string passage, string text) => new(ParagraphKind.Text, [new Sentence(text, [new Citation(passage.Split('#')[0], passage, null)], [])]);
}
