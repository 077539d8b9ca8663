using ThesisApp.Writing.Offline;
using ThesisApp.Writing.Offline.Wording;

namespace ThesisApp.Writing.Tests.Offline;

public sealed class ThemeTests
{
    private static readonly Casing Casing = new([]);
    private static readonly Phrasebook English = Phrasebook.For("en");

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
    public void A_heading_that_says_nothing_or_fits_no_sentence_is_no_theme(string? heading) => Assert.Null(Theme.Of(English, heading, Casing));

    [Theory]
    [InlineData("How packs are read", true)]
    [InlineData("What was achieved", true)]
    [InlineData("Deltas inside a pack", false)]
    public void Clauses_are_told_from_nouns(string heading, bool clause) => Assert.Equal(clause, Theme.IsClause(Theme.Of(English, heading, Casing)!));

    [Theory]
    [InlineData("Purpose of revision control", "the purpose of revision control")]
    [InlineData("Limits of a file-centred history", "the limits of a file-centred history")]
    [InlineData("Three generations of tools", "three generations of tools")]
    [InlineData("Some of the costs", "some of the costs")]
    [InlineData("The cost of space", "the cost of space")]
    [InlineData("What of the rest", "what of the rest")]
    [InlineData("Detection in time", "detection in time")]
    [InlineData("Path to the attack", "the path to the attack")]
    [InlineData("Lessons for the trade", "lessons for the trade")]
    [InlineData("Advice for choosing", "advice for choosing")]
    [InlineData("Snapshots instead of differences", "snapshots instead of differences")]
    [InlineData("Collecting data from sources", "collecting data from sources")]
    [InlineData("Addresses derived from content", "addresses derived from content")]
    [InlineData("Meaning for the trade", "the meaning for the trade")]
    [InlineData("Growing need for space", "the growing need for space")]
    public void An_article_that_a_heading_leaves_out_stands_in_the_sentence(string heading, string theme) => Assert.Equal(theme, Theme.Of(English, heading, Casing));

    [Theory]
    [InlineData("de", "Bau der Schleusen", "„Bau der Schleusen“")]
    [InlineData("fr", "Construction des écluses", "« Construction des écluses »")]
    [InlineData("es", "Construcción de las esclusas", "«Construcción de las esclusas»")]
    public void Where_a_heading_cannot_be_bent_into_a_sentence_it_stands_in_quotation_marks(string language, string heading, string theme) =>
        Assert.Equal(theme, Theme.Of(Phrasebook.For(language), heading, Casing));

    [Fact]
    public void Themes_with_an_and_of_their_own_are_parted_by_semicolons() =>
        Assert.Equal("locks and weirs; tolls; and barges", English.Row(["locks and weirs", "tolls", "barges"]));
}
