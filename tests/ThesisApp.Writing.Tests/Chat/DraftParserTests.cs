using ThesisApp.Core.Drafts;
using ThesisApp.Writing.Chat.Grounding;
using ThesisApp.Writing.Tests.Support;

namespace ThesisApp.Writing.Tests.Chat;

public sealed class DraftParserTests
{
    private static readonly Citation Smith = new("smith1990", "smith1990#a", null);
    private static readonly Citation Jones = new("jones2001", "jones2001#a", "p. 12");

    [Theory]
    [InlineData("The canal carried grain [@smith1990, para. 1]. It lost traffic [@jones2001, p. 12].")]
    [InlineData("The canal carried grain. [@smith1990, para. 1] It lost traffic. [@jones2001, p. 12]")]
    [InlineData("The canal carried grain.[@smith1990, para. 1]  It lost traffic [ @jones2001,  p. 12 ] .")]
    public void A_citation_belongs_to_its_sentence_on_either_side_of_the_stop(string text)
    {
        Sentence[] sentences = Given.Sentences(DraftParser.Parse(text, Given.Evidence));

        Assert.Equal(["The canal carried grain.", "It lost traffic."], sentences.Select(sentence => sentence.Text));
        Assert.Equal([Smith], sentences[0].Citations);
        Assert.Equal([Jones], sentences[1].Citations);
    }

    [Fact]
    public void Several_citations_may_share_their_brackets() =>
        Assert.Equal([Smith, Jones], Given.Sentences(DraftParser.Parse("Both say so [@smith1990, para. 1; @jones2001, p. 12].", Given.Evidence))[0].Citations);

    [Theory]
    [InlineData("[@smith1990, para. 9]", "smith1990", "para. 9")]
    [InlineData("[@nobody, p. 1]", "nobody", "p. 1")]
    [InlineData("[@smith1990]", "smith1990", null)]
    public void A_place_that_was_not_given_has_no_passage(string cite, string key, string? locator) =>
        Assert.Equal([new Citation(key, string.Empty, locator)], Given.Sentences(DraftParser.Parse($"So it is {cite}.", Given.Evidence))[0].Citations);

    [Fact]
    public void Headings_and_fences_go_and_lists_are_lists()
    {
        IReadOnlyList<Paragraph> paragraphs = DraftParser.Parse("# Title\n\nThere were **two** causes:\n- The railway came [@jones2001, p. 12].\n- The toll\n  was high.\n\n```\n1. One.\n2. Two.\n```", Given.Evidence);

        Assert.Equal([ParagraphKind.Text, ParagraphKind.Bulleted, ParagraphKind.Numbered], paragraphs.Select(paragraph => paragraph.Kind));
        Assert.Equal("There were two causes:", paragraphs[0].Sentences[0].Text);
        Assert.Equal(["The railway came.", "The toll was high."], paragraphs[1].Sentences.Select(sentence => sentence.Text));
    }

    [Fact]
    public void A_model_cannot_name_works_and_sections_in_our_own_form() =>
        Assert.Equal("See (work:smith1990) and (ref:a/b).", Given.Sentences(DraftParser.Parse("See {work:smith1990} and {ref:a/b}.", Given.Evidence))[0].Text);

    [Fact]
    public void What_is_written_for_a_revision_is_read_as_the_same()
    {
        IReadOnlyList<Paragraph> first = DraftParser.Parse("Grain came [@smith1990, para. 1]. Less came later [@jones2001, p. 12; @nobody, p. 4]!\n\n- One thing [@smith1990, para. 2].\n- Another.", Given.Evidence);

        IReadOnlyList<Paragraph> again = DraftParser.Parse(DraftText.Of(first, Given.Evidence), Given.Evidence);

        Assert.Equal(Given.Sentences(first).Select(sentence => (sentence.Text, string.Join('|', sentence.Citations))), Given.Sentences(again).Select(sentence => (sentence.Text, string.Join('|', sentence.Citations))));
    }
}
