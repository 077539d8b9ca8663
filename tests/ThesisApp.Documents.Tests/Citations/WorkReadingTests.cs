namespace ThesisApp.Documents.Tests.Citations;

/// <summary>What BibTeX and BibLaTeX call differently gives the same entry.</summary>
public sealed class WorkReadingTests
{
    [Theory]
    [InlineData("@article{k, author={Roth, E}, title={T}, journal={J}, volume=1, number=2, year=2020}", "@article{k, author={Roth, E}, title={T}, journaltitle={J}, volume=1, issue=2, date={2020}}")]
    [InlineData("@techreport{k, author={Roth, E}, title={T}, institution={I}, number=2, year=2020}", "@report{k, author={Roth, E}, title={T}, type={techreport}, institution={I}, number=2, date={2020}}")]
    [InlineData("@phdthesis{k, author={Roth, E}, title={T}, school={I}, year=2020}", "@thesis{k, author={Roth, E}, title={T}, type={phdthesis}, institution={I}, date={2020}}")]
    [InlineData("@mastersthesis{k, author={Roth, E}, title={T}, school={I}, year=2020}", "@thesis{k, author={Roth, E}, title={T}, type={mathesis}, institution={I}, date={2020}}")]
    [InlineData("@book{k, author={Roth, E}, title={T: An S}, publisher={P}, address={Ulm}, year=2020}", "@mvbook{k, author={Roth, E}, title={T}, subtitle={An S}, publisher={P}, location={Ulm}, date={2020-05-01}}")]
    [InlineData("@inproceedings{k, author={Roth, E}, title={T}, booktitle={B}, pages={1-2}, year=2020}", "@conference{k, author={Roth, E}, title={T}, booktitle={B}, pages={1--2}, year=2020}")]
    [InlineData("@online{k, author={Roth, E}, title={T}, url={https://a.example}, date={2020-02-03}}", "@electronic{k, author={Roth, E}, title={T}, url={https://a.example}, year=2020, month=feb, day=3}")]
    [InlineData("@book{k, author={Roth, E}, title={T}, publisher={P}, year=2020}", "@xdata{x, publisher={P}, year=2020}\n@book{k, author={Roth, E}, title={T}, xdata={x}}")]
    public void Two_ways_to_say_the_same_give_the_same_entry(string one, string other)
    {
        foreach (string style in new[] { "apa", "ieee", "chicago", "harvard", "vancouver" })
        {
            Assert.Equal(new Styled(style, one).List("k"), new Styled(style, other).List("k"));
        }
    }

    [Theory]
    [InlineData("article")]
    [InlineData("artwork")]
    [InlineData("audio")]
    [InlineData("bookinbook")]
    [InlineData("booklet")]
    [InlineData("commentary")]
    [InlineData("image")]
    [InlineData("inreference")]
    [InlineData("jurisdiction")]
    [InlineData("legislation")]
    [InlineData("letter")]
    [InlineData("misc")]
    [InlineData("movie")]
    [InlineData("music")]
    [InlineData("mvcollection")]
    [InlineData("mvproceedings")]
    [InlineData("mvreference")]
    [InlineData("patent")]
    [InlineData("performance")]
    [InlineData("periodical")]
    [InlineData("reference")]
    [InlineData("review")]
    [InlineData("standard")]
    [InlineData("suppbook")]
    [InlineData("suppcollection")]
    [InlineData("suppperiodical")]
    [InlineData("unpublished")]
    [InlineData("video")]
    [InlineData("something-else")]
    public void Every_type_is_listed_with_author_title_and_year_in_every_style(string type)
    {
        foreach (string style in new[] { "apa", "ieee", "chicago", "harvard", "vancouver" })
        {
            string listed = new Styled(style, $"@{type}{{k, author={{Roth, Eva}}, title={{Things Kept}}, year=2020}}").List("k");

            Assert.Contains("Roth", listed, StringComparison.Ordinal);
            Assert.Contains("Things Kept", listed, StringComparison.Ordinal);
            Assert.Contains("2020", listed, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"\.\.|,,| ,| \.|\( |\(\)|  ", listed);
        }
    }

    [Theory]
    [InlineData("2", "2nd ed.")]
    [InlineData("second", "2nd ed.")]
    [InlineData("11", "11th ed.")]
    [InlineData("23rd", "23rd ed.")]
    [InlineData("Revised", "Revised ed.")]
    [InlineData("Rev. ed.", "Rev. ed.")]
    public void Editions_are_numbers_or_words(string edition, string expected) =>
        Assert.Equal($"Roth, E. (2020). *T* ({expected}).", new Styled("apa", $"@book{{k, author={{Roth, Eva}}, title={{T}}, edition={{{edition}}}, year=2020}}").List("k"));

    [Theory]
    [InlineData("3--11", "3–11")]
    [InlineData("71--72", "71–72")]
    [InlineData("100--104", "100–104")]
    [InlineData("107--108", "107–8")]
    [InlineData("321--328", "321–28")]
    [InlineData("496--500", "496–500")]
    [InlineData("1087--1089", "1087–89")]
    [InlineData("12991--13001", "12991–3001")]
    public void Chicago_shortens_ranges_of_pages(string pages, string expected) =>
        Assert.Equal($"Roth, Eva. 2020. “T.” *J* 1: {expected}.", new Styled("chicago", $"@article{{k, author={{Roth, Eva}}, title={{T}}, journal={{J}}, volume=1, pages={{{pages}}}, year=2020}}").List("k"));

    [Fact]
    public void Chicago_gives_English_titles_capitals_and_leaves_the_writers_own() =>
        Assert.Equal("Roth, Eva. 2020. *What Git Knows of the World: A tarball's View*.".Replace("tarball's", "Tarball's", StringComparison.Ordinal), new Styled("chicago", "@book{k, author={Roth, Eva}, title={What Git knows of the world: a tarball's view}, year=2020}").List("k"));
}
