using ThesisApp.Core.Documents;

namespace ThesisApp.Documents.Tests.Citations;

public sealed class NumericCitationTests
{
    private static readonly string Five = string.Concat(Enumerable.Range(1, 5).Select(i => $"@book{{k{i}, title={{T{i}}}, author={{Author{i}, Ann}}, year=2020}}\n"));

    [Fact]
    public void Works_are_numbered_in_the_order_in_which_they_are_cited()
    {
        Styled ieee = new("ieee", Five);

        Assert.Equal(["[1]", "[3]"], new[] { "k1", "k3" }.Select(key => ieee.Cite(key)));
        Assert.Equal(["k1", "k2", "k3", "k4", "k5"], ieee.Order());
        Assert.Equal("[3] A. Author3, *T3*. 2020.", ieee.List("k3"));
    }

    [Fact]
    public void A_group_is_in_the_order_of_its_numbers() => Assert.Equal("[1], [4]", new Styled("ieee", Five).Cite(("k4", null), ("k1", null)));

    [Fact]
    public void Every_work_of_a_group_is_a_link_of_its_own() =>
        Assert.Equal([(InlineKind.Citation, "k1"), (InlineKind.CitationText, null), (InlineKind.Citation, "k2")], new Styled("ieee", Five).Inlines("k1", "k2").Select(inline => (inline.Kind, inline.Target)));

    [Theory]
    [InlineData("k1", "(1)")]
    [InlineData("k1 k2", "(1,2)")]
    [InlineData("k3 k2 k1", "(1–3)")]
    [InlineData("k1 k2 k3 k5", "(1–3,5)")]
    [InlineData("k1 k3 k4 k5", "(1,3–5)")]
    public void Vancouver_draws_numbers_together_that_follow_each_other(string keys, string expected) =>
        Assert.Equal(expected, new Styled("vancouver", Five).Cite([.. keys.Split(' ').Select(key => (key, (string?)null))]));

    [Fact]
    public void A_place_within_a_work_is_kept() =>
        Assert.Equal(("[1, pp. 3–5]", "(1, p. 3; 2)"), (new Styled("ieee", Five).Cite("k1", "pp. 3-5"), new Styled("vancouver", Five).Cite(("k2", null), ("k1", "p. 3"))));

    [Theory]
    [InlineData("author={Smith, Ann}", "Smith [1]")]
    [InlineData("author={Smith, Ann and Jones, Bo}", "Smith and Jones [1]")]
    [InlineData("author={Smith, Ann and Jones, Bo and Lee, Cy}", "Smith et al. [1]")]
    [InlineData("author={Smith, Ann and others}", "Smith et al. [1]")]
    [InlineData("year=2020", "“The Title” [1]")]
    public void A_work_named_in_a_sentence_has_its_number_behind_it(string fields, string expected) => Assert.Equal(expected, new Styled("ieee", $"@book{{k, title={{The Title}}, {fields}}}").Name("k"));

    [Fact]
    public void A_DOI_is_a_link_under_its_own_name() =>
        Assert.Contains(new Inline(InlineKind.Link, "10.1/abc", "https://doi.org/10.1/abc"), new Styled("ieee", "@article{k, title={T}, journal={J}, doi={https://doi.org/10.1/abc}, year=2020}").Reference("k"));
}
