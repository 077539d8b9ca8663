using ThesisApp.Documents.Bibliographies;

namespace ThesisApp.Documents.Tests.Bibliographies;

public sealed class NameParserTests
{
    [Theory]
    [InlineData("Donald E. Knuth", "Knuth", "D. E.")]
    [InlineData("Knuth, Donald E.", "Knuth", "D. E.")]
    [InlineData("Knuth, D.E.", "Knuth", "D. E.")]
    [InlineData("Sartre, Jean-Paul", "Sartre", "J.-P.")]
    [InlineData("Sartre, J.-P.", "Sartre", "J.-P.")]
    [InlineData("Ludwig van Beethoven", "van Beethoven", "L.")]
    [InlineData("van der Berg, Jan", "van der Berg", "J.")]
    [InlineData("de la Cruz, Ana María", "de la Cruz", "A. M.")]
    [InlineData("Åström, Örjan", "Åström", "Ö.")]
    [InlineData("Smith", "Smith", "")]
    public void Names_are_read_in_either_form(string text, string family, string initials)
    {
        PersonName name = Assert.Single(NameParser.Parse(text, out _));

        Assert.Equal((family, initials), (name.FullFamily, name.Initials));
    }

    [Fact]
    public void A_suffix_stands_between_commas()
    {
        PersonName name = Assert.Single(NameParser.Parse("King, Jr., Martin Luther", out _));

        Assert.Equal(("King", "Jr.", "M. L."), (name.Family, name.Suffix, name.Initials));
    }

    [Fact]
    public void A_name_in_braces_is_an_organisation()
    {
        PersonName name = Assert.Single(NameParser.Parse("{Barnes and Noble, Inc.}", out _));

        Assert.Equal(("Barnes and Noble, Inc.", true), (name.Family, name.IsOrganisation));
    }

    [Fact]
    public void A_list_is_parted_at_the_word_and() => Assert.Equal(["Anderson", "Sand", "Brandt"], NameParser.Parse("Anderson, A. and Sand, B.\n  AND Brandt, C.", out _).Select(name => name.Family));

    [Theory]
    [InlineData("A, B. and others", true)]
    [InlineData("A, B. and C, D.", false)]
    public void Others_are_told_from_names(string names, bool expected)
    {
        NameParser.Parse(names, out bool andOthers);

        Assert.Equal(expected, andOthers);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(",")]
    [InlineData(", ,")]
    [InlineData("and")]
    [InlineData(" and and and ")]
    [InlineData("{}")]
    [InlineData("}{")]
    [InlineData("-")]
    [InlineData("., -.")]
    public void What_is_no_name_does_no_harm(string names) => Assert.All(NameParser.Parse(names, out _), name => Assert.NotNull(name.Initials));
}
