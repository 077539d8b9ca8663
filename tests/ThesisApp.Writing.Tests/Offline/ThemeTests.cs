using ThesisApp.Writing.Offline;

namespace ThesisApp.Writing.Tests.Offline;

public sealed class ThemeTests
{
    private static readonly Casing Casing = new([]);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Introduction")]
    [InlineData("3.2 Results in detail")]
    [InlineData("Why is it so?")]
    [InlineData("How are packs read")]
    [InlineData("Locks: an overview")]
    [InlineData("{work:x}")]
    [InlineData("A heading that is so long that no sentence could ever carry it in the middle")]
    public void A_heading_that_says_nothing_or_fits_no_sentence_is_no_theme(string? heading) => Assert.Null(Theme.Of(heading, Casing));

    [Theory]
    [InlineData("How packs are read", true)]
    [InlineData("What was achieved", true)]
    [InlineData("Deltas inside a pack", false)]
    public void Clauses_are_told_from_nouns(string heading, bool clause) => Assert.Equal(clause, Theme.IsClause(Theme.Of(heading, Casing)!));

    [Fact]
    public void Themes_with_an_and_of_their_own_are_parted_by_semicolons() =>
        Assert.Equal("locks and weirs; tolls; and barges", Theme.List(["locks and weirs", "tolls", "barges"]));
}
