using ThesisApp.Core.Documents;
using ThesisApp.Core.Sources;
using ThesisApp.Documents.Citations;

namespace ThesisApp.Documents.Tests.Citations;

public sealed class ApaReferenceTests
{
    [Theory]
    [InlineData(
        "@article{k, author={Smith, Ann and Jones, Bo}, title={A study}, journal={Journal of X}, volume=3, number=2, pages={1--9}, year=2020, doi={10.1/abc}}",
        "Smith, A., & Jones, B. (2020). A study. *Journal of X*, *3*(2), 1–9. https://doi.org/10.1/abc")]
    [InlineData("@book{k, author={Smith, Ann}, title={A book}, edition={2}, publisher={Press}, year=2020}", "Smith, A. (2020). *A book* (2nd ed.). Press.")]
    [InlineData(
        "@inproceedings{k, author={Smith, Ann}, title={A talk}, booktitle={Proc. of Y}, editor={Lee, Cy}, pages={5}, year=2020}",
        "Smith, A. (2020). A talk. In C. Lee (Ed.), *Proc. of Y* (p. 5).")]
    [InlineData("@phdthesis{k, author={Smith, Ann}, title={A thesis}, school={Uni}, year=2020}", "Smith, A. (2020). *A thesis* [Doctoral dissertation]. Uni.")]
    [InlineData("@techreport{k, author={{ACME}}, title={A report}, number={7}, institution={ACME}, year=2020}", "ACME. (2020). *A report* (Technical Report No. 7).")]
    [InlineData("@book{k, editor={Smith, Ann and Jones, Bo}, title={A book}, year=2020}", "Smith, A., & Jones, B. (Eds.). (2020). *A book*.")]
    [InlineData("@misc{k, title={A page}, url={https://example.org/a}}", "*A page*. (n.d.). https://example.org/a")]
    [InlineData("@misc{k, author={Smith, Ann}, title={Why?}, year=2020}", "Smith, A. (2020). *Why?*")]
    public void Entries_follow_the_style(string bibTex, string expected) => Assert.Equal(expected, new Styled("apa", bibTex).List("k"));

    [Fact]
    public void Twenty_authors_are_all_named() => Assert.Contains("A. A., & Author20, A. A. (2020)".Replace("A. A.", "A.", StringComparison.Ordinal), new Styled("apa", Authors(20)).List("k"), StringComparison.Ordinal);

    [Fact]
    public void Of_more_than_twenty_the_first_nineteen_and_the_last_are_named()
    {
        string listed = new Styled("apa", Authors(25)).List("k");

        Assert.Contains("Author19, A., … Author25, A. (2020)", listed, StringComparison.Ordinal);
        Assert.DoesNotContain("Author20", listed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//example.org")]
    public void Only_web_addresses_become_links(string url) => Assert.DoesNotContain(InlineKind.Link, new Styled("apa", $"@misc{{k, title={{T}}, url={{{url}}}}}").Reference("k").Select(inline => inline.Kind));

    [Fact]
    public void The_list_is_in_the_order_of_authors_years_and_titles()
    {
        Styled apa = new(
            "apa",
            "@book{z, author={Zhang, A}, title={A}, year=2001}\n@book{o, author={{\\\"O}rsted, A}, title={A}, year=2001}\n@book{a2, author={Abel, A}, title={B}, year=2002}\n"
            + "@book{a1, author={Abel, A}, title={Z}, year=2001}\n@book{t, title={The Pack}, year=2001}\n@book{ab, author={Abel, A and Cain, B}, title={A}, year=1999}");

        Assert.Equal(["a1", "a2", "ab", "o", "t", "z"], apa.Order());
    }

    [Fact]
    public void An_article_before_a_group_does_not_count_in_the_order_and_stays_in_the_entry()
    {
        Styled apa = new("apa", "@book{t, author={Tichy, W}, title={A}, year=2001}\n@book{g, author={{The Git Project}}, title={A}, year=2001}\n@book{h, author={Hunt, J}, title={A}, year=2001}\n@book{a, author={A, Bo}, title={A}, year=2001}");

        Assert.Equal(["a", "g", "h", "t"], apa.Order());
        Assert.Equal("The Git Project. (2001). *A*.", apa.List("g"));
    }

    [Fact]
    public void A_work_of_which_nothing_is_known_is_listed_by_its_key() => Assert.Equal("*k*. (n.d.).", new Styled("apa", "@misc{k}").List("k"));

    [Fact]
    public void An_unknown_style_is_refused_by_name() => Assert.Contains("'mla'", Assert.Throws<ArgumentException>(() => CitationStyles.Create("mla", Array.Empty<BibliographyEntry>())).Message, StringComparison.Ordinal);

    private static string Authors(int count) => $"@book{{k, title={{T}}, year=2020, author={{{string.Join(" and ", Enumerable.Range(1, count).Select(i => $"Author{i}, Ann"))}}}}}";
}
