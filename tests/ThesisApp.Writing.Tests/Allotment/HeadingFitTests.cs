using ThesisApp.Writing.Allotment;

namespace ThesisApp.Writing.Tests.Allotment;

public sealed class HeadingFitTests
{
    [Theory]
    [InlineData("Collecting data from several sources", true)]
    [InlineData("Data of the canal", false)]
    [InlineData("What a case study is", true)]
    [InlineData("The case of the canal", false)]
    [InlineData("Canal tolls", false)]
    [InlineData(null, false)]
    public void A_heading_fits_that_has_all_words_of_the_title_or_two_in_a_row_of_the_brief(string? heading, bool fits) =>
        Assert.Equal(fits, new HeadingFit("Data Collection", "How the case study came by its records of canal tolls.", new HashSet<string>(["canal", "toll"], StringComparer.Ordinal)).Fits(heading));

    [Fact]
    public void A_title_of_one_word_stands_in_too_many_headings() =>
        Assert.False(new HeadingFit("Traffic", "Whatever there is.", new HashSet<string>()).Fits("Traffic of the locks"));
}
