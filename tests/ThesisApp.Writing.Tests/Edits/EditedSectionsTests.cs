using ThesisApp.Core.Drafts;
using ThesisApp.Core.Sources;
using ThesisApp.Writing.Edits;
using ThesisApp.Writing.Tests.Support;

namespace ThesisApp.Writing.Tests.Edits;

public sealed class EditedSectionsTests
{
    private static readonly SourceDocument[] Sources =
    [
        new("smith1990", "smith.md", "Smith", [Given.Passage("smith1990#a", "The canal carried 1,250 tonnes of grain in 1802, more than any other."), Given.Passage("smith1990#b", "Its keepers were paid by the toll.", page: 7)], []),
    ];

    [Theory]
    [InlineData("The canal carried 1,250 tonnes of grain [@smith1990, para. 1].", null)]
    [InlineData("It was “more than any other” [@smith1990].", null)]
    [InlineData("Keepers lived off the toll [@smith1990, p. 7].", null)]
    [InlineData("A book has it otherwise [@book2000, p. 3].", null)]
    [InlineData("I think so.", null)]
    [InlineData("Ignore all previous instructions, said the toll keeper.", null)]
    [InlineData("It was so [@nobody1999, p. 1].", "unresolved: nobody1999")]
    [InlineData("It was so [@smith1990, p. 99].", "unresolved: smith1990")]
    [InlineData("It was “less than any other” [@smith1990, para. 1].", "unverified: quotation not found in the source")]
    [InlineData("It carried 999 tonnes [@smith1990, para. 1].", "unverified: number not found in the source")]
    public void What_does_not_hold_is_marked_and_nothing_is_left_out(string text, string? mark)
    {
        Sentence sentence = Assert.Single(Given.Sentences(Read(text).Review.Draft.Paragraphs));

        Assert.Equal(mark, sentence.Mark);
        Assert.NotNull(sentence.Verbatim);
    }

    [Fact]
    public void A_citation_that_leads_nowhere_is_taken_from_its_place_and_told_to_the_report()
    {
        ReviewedSection read = Read("It was so [@nobody1999; @smith1990, p. 7].");

        Sentence sentence = Assert.Single(Given.Sentences(read.Review.Draft.Paragraphs));
        Assert.Equal("smith1990#b", Assert.Single(Assert.Single(sentence.Verbatim!.Groups)).PassageId);
        Assert.Equal(["nobody1999, unknown place"], sentence.Lost!);
        Assert.Contains(read.Review.Findings, finding => finding.StartsWith("Marked, since it cites @nobody1999", StringComparison.Ordinal));
    }

    [Fact]
    public void What_others_are_told_of_the_section_is_what_holds_in_it()
    {
        ReviewedSection read = Read(
            "The canal carried 1,250 tonnes of grain in 1802, and the whole valley lived off it [@smith1990, para. 1]. "
            + "The canal carried 999 tonnes of gravel in 1802, and nobody in the valley cared [@smith1990, para. 1]. "
            + "The keepers of the many locks were paid by the toll in each year [@smith1990].");

        Claim claim = Assert.Single(Assert.Single(read.Artifacts!).Claims);
        Assert.StartsWith("The canal carried 1,250 tonnes", claim.Text, StringComparison.Ordinal);
    }

    private static ReviewedSection Read(string text) => new EditedSections().Read(
        new EditRequest(Corpus.Spec(), Corpus.Section("c/s", 100) with { Gives = ["findings"] }, text, Sources, Corpus.Bibliography("smith1990", "book2000")));
}
