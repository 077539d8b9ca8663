using ThesisApp.Writing.Offline;
using ThesisApp.Writing.Offline.Wording;

namespace ThesisApp.Writing.Tests.Offline;

public sealed class TitlesTests
{
    private static readonly Casing Casing = new([]);

    [Theory]
    [InlineData("Problem Statement", "the problem statement")]
    [InlineData("Research Gap", "the research gap")]
    [InlineData("Interpretation of the Findings", "the interpretation of the findings")]
    [InlineData("Background and Motivation", "background and motivation")]
    [InlineData("Future Work", "future work")]
    [InlineData("Established Approaches and Techniques", "established approaches and techniques")]
    [InlineData("Transport before the Railway", "transport before the railway")]
    [InlineData("Data Collection", "data collection")]
    [InlineData("The Case", "the case")]
    [InlineData("Methodology", "methodology")]
    public void A_title_stands_in_a_sentence_with_the_article_that_it_leaves_out(string title, string expected) =>
        Assert.Equal(expected, Titles.Within(Phrasebook.For("en"), title, Casing));

    [Fact]
    public void In_another_language_a_title_stands_in_quotation_marks() => Assert.Equal("„Der Fall“", Titles.Within(Phrasebook.For("de"), "Der Fall", Casing));
}
