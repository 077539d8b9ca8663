namespace ThesisApp.Documents.Tests.Citations;

public sealed class ApaCitationTests
{
    [Theory]
    [InlineData("author={Smith, Ann}, year=2020", "(Smith, 2020)")]
    [InlineData("author={Smith, Ann and Jones, Bo}, year=2020", "(Smith & Jones, 2020)")]
    [InlineData("author={Smith, Ann and Jones, Bo and Lee, Cy}, year=2020", "(Smith et al., 2020)")]
    [InlineData("author={Smith, Ann and others}, year=2020", "(Smith et al., 2020)")]
    [InlineData("author={Smith, Ann and Jones, Bo and others}, year=2020", "(Smith et al., 2020)")]
    [InlineData("author={van der Berg, Jan}, year=2020", "(van der Berg, 2020)")]
    [InlineData("author={{World Health Organization}}, year=2020", "(World Health Organization, 2020)")]
    [InlineData("organization={IEEE}, year=2020", "(IEEE, 2020)")]
    [InlineData("editor={Smith, Ann}, year=2020", "(Smith, 2020)")]
    [InlineData("author={Smith, Ann}", "(Smith, n.d.)")]
    [InlineData("author={Smith, Ann}, year={in press}", "(Smith, n.d.)")]
    [InlineData("author={Smith, Ann}, date={2020-05-01}", "(Smith, 2020)")]
    [InlineData("year=2020", "(The Title, 2020)")]
    public void A_work_is_cited_by_its_authors_and_year(string fields, string expected) => Assert.Equal(expected, new Styled("apa", $"@book{{k, title={{The Title}}, {fields}}}").Cite("k"));

    [Fact]
    public void An_article_without_authors_is_cited_by_its_title_in_quotation_marks() => Assert.Equal("(“The Title,” 2020)", new Styled("apa", "@article{k, title={The Title}, year=2020}").Cite("k"));

    [Fact]
    public void A_page_stands_after_the_year() => Assert.Equal("(Smith, 2020, p. 12)", new Styled("apa", "@book{k, title={T}, author={Smith, Ann}, year=2020}").Cite("k", "p. 12"));

    [Fact]
    public void In_a_sentence_and_joins_two_authors() => Assert.Equal("Smith and Jones (2020)", new Styled("apa", "@book{k, title={T}, author={Smith, Ann and Jones, Bo}, year=2020}").Name("k"));

    [Fact]
    public void Works_of_the_same_authors_and_year_are_told_apart_by_letters_in_the_order_of_their_titles()
    {
        Styled apa = new("apa", "@book{z, title={The Alpha}, author={Smith, Ann}, year=2020}\n@book{a, title={Beta}, author={Smith, Ann}, year=2020}\n@book{n, title={Gamma}, author={Smith, Ann}, year=2021}");

        Assert.Equal(["(Smith, 2020a)", "(Smith, 2020b)", "(Smith, 2021)"], new[] { "z", "a", "n" }.Select(key => apa.Cite(key)));
    }

    [Fact]
    public void Works_without_a_date_are_told_apart_too()
    {
        Styled apa = new("apa", "@book{a, title={Alpha}, author={Smith, Ann}}\n@book{b, title={Beta}, author={Smith, Ann}}");

        Assert.Equal(["(Smith, n.d.-a)", "(Smith, n.d.-b)"], new[] { "a", "b" }.Select(key => apa.Cite(key)));
    }

    [Fact]
    public void An_accent_in_TeX_and_one_in_Unicode_are_the_same_author()
    {
        Styled apa = new("apa", "@book{a, title={Alpha}, author={M{\\\"u}ller, Eva}, year=2020}\n@book{b, title={Beta}, author={Müller, Eva}, year=2020}");

        Assert.Equal(["(Müller, 2020a)", "(Müller, 2020b)"], new[] { "a", "b" }.Select(key => apa.Cite(key)));
    }

    [Fact]
    public void The_list_shows_the_same_letters_as_the_text()
    {
        Styled apa = new("apa", "@book{a, title={Alpha}, author={Smith, Ann}, year=2020}\n@book{b, title={Beta}, author={Smith, Ann}, year=2020}");

        Assert.Equal("Smith, A. (2020b). *Beta*.", apa.List("b"));
    }

    [Fact]
    public void Where_et_al_would_be_the_same_for_others_more_authors_are_named()
    {
        Styled apa = new(
            "apa",
            "@book{a, title={A}, author={Kapoor, A and Bloom, B and Montez, C and Warner, D and Young, I}, year=2017}\n"
            + "@book{b, title={B}, author={Kapoor, A and Bloom, B and Zucker, E and Hill, F and Young, I}, year=2017}\n"
            + "@book{c, title={C}, author={Kapoor, A and Stone, G and Hill, F and Lake, H}, year=2017}");

        Assert.Equal(["(Kapoor, Bloom, Montez, et al., 2017)", "(Kapoor, Bloom, Zucker, et al., 2017)", "(Kapoor, Stone, et al., 2017)"], new[] { "a", "b", "c" }.Select(key => apa.Cite(key)));
    }

    [Fact]
    public void Et_al_does_not_stand_for_one_author()
    {
        Styled apa = new("apa", "@book{a, title={A}, author={Hall, A and Bloom, B and Montez, C}, year=2017}\n@book{b, title={B}, author={Hall, A and Bloom, B and Zucker, E}, year=2017}");

        Assert.Equal(("(Hall, Bloom, & Montez, 2017)", "Hall, Bloom, and Zucker (2017)"), (apa.Cite("a"), apa.Name("b")));
    }

    [Fact]
    public void Other_years_need_no_more_authors()
    {
        Styled apa = new("apa", "@book{a, title={A}, author={Hall, A and Bloom, B and Montez, C}, year=2017}\n@book{b, title={B}, author={Hall, A and Bloom, B and Zucker, E}, year=2018}");

        Assert.Equal("(Hall et al., 2017)", apa.Cite("a"));
    }

    [Fact]
    public void First_authors_of_one_family_name_are_told_apart_by_their_initials()
    {
        Styled apa = new(
            "apa",
            "@book{a, title={A}, author={Taylor, Jo M.}, year=2010}\n@book{b, title={B}, author={Taylor, Ann and Neimeyer, R}, year=2015}\n@book{c, title={C}, author={Lee, B and Taylor, Zoe}, year=2015}\n"
            + "@book{d, title={D}, author={Taylor, Zoe and Lee, B and Hall, C}, year=2015}\n@book{e, title={E}, author={{Taylor Inc.}}, year=2015}");

        Assert.Equal(
            ["(J. M. Taylor, 2010)", "(A. Taylor & Neimeyer, 2015)", "(Lee & Taylor, 2015)", "(Z. Taylor et al., 2015)", "(Taylor Inc., 2015)"],
            new[] { "a", "b", "c", "d", "e" }.Select(key => apa.Cite(key)));
        Assert.Equal("A. Taylor and Neimeyer (2015)", apa.Name("b"));
    }

    [Fact]
    public void One_author_needs_no_initials()
    {
        Styled apa = new("apa", "@book{a, title={A}, author={Taylor, Jo}, year=2010}\n@book{b, title={B}, author={Taylor, J. and Lee, B}, year=2015}");

        Assert.Equal(["(Taylor, 2010)", "(Taylor & Lee, 2015)"], new[] { "a", "b" }.Select(key => apa.Cite(key)));
    }

    [Fact]
    public void Initials_tell_et_al_apart_without_more_authors()
    {
        Styled apa = new("apa", "@book{a, title={A}, author={Hall, A and Bloom, B and Montez, C}, year=2017}\n@book{b, title={B}, author={Hall, Z and Bloom, B and Montez, C}, year=2017}");

        Assert.Equal(["(A. Hall et al., 2017)", "(Z. Hall et al., 2017)"], new[] { "a", "b" }.Select(key => apa.Cite(key)));
    }

    [Fact]
    public void More_works_of_one_year_than_there_are_letters_are_told_apart()
    {
        Styled apa = new("apa", string.Concat(Enumerable.Range(0, 60).Select(i => $"@book{{k{i:00}, title={{T {i:00}}}, author={{Smith, Ann}}, year=2020}}\n")));

        Assert.Equal(("(Smith, 2020z)", "(Smith, 2020aa)", "(Smith, 2020bh)"), (apa.Cite("k25"), apa.Cite("k26"), apa.Cite("k59")));
    }
}
