using ThesisApp.Core.Citations;

namespace ThesisApp.Core.Tests.Citations;

public sealed class LocatorTests
{
    [Theory]
    [InlineData("p. 12", LocatorKind.Page, "12")]
    [InlineData("pp. 12-14", LocatorKind.Page, "12–14")]
    [InlineData("pp. 12--14, 20", LocatorKind.Page, "12–14, 20")]
    [InlineData("12", LocatorKind.Page, "12")]
    [InlineData("xii-xv", LocatorKind.Page, "xii–xv")]
    [InlineData("S. 12", LocatorKind.Page, "12")]
    [InlineData("ch. 3", LocatorKind.Chapter, "3")]
    [InlineData("Chapter 3", LocatorKind.Chapter, "3")]
    [InlineData("Kap. 3", LocatorKind.Chapter, "3")]
    [InlineData("chapitre 3", LocatorKind.Chapter, "3")]
    [InlineData("cap. 3", LocatorKind.Chapter, "3")]
    [InlineData("págs. 12-14", LocatorKind.Page, "12–14")]
    [InlineData("sec. 4.2", LocatorKind.Section, "4.2")]
    [InlineData("§ 4", LocatorKind.Section, "4")]
    [InlineData("fig. 2", LocatorKind.Figure, "2")]
    [InlineData("Introduction", LocatorKind.Other, "Introduction")]
    [InlineData("page of honour", LocatorKind.Other, "page of honour")]
    public void A_place_is_read_as_it_is_written(string text, LocatorKind kind, string value) => Assert.Equal(new Locator(kind, value), Locator.Parse(text));

    [Theory]
    [InlineData("p. 12", false)]
    [InlineData("12-14", true)]
    [InlineData("12, 14", true)]
    [InlineData("Preface, first half", false)]
    public void Ranges_and_lists_are_several(string text, bool plural) => Assert.Equal(plural, Locator.Parse(text).IsPlural);
}
