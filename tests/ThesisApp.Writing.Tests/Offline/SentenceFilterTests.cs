using ThesisApp.Core.Sources;
using ThesisApp.Writing.Offline;

namespace ThesisApp.Writing.Tests.Offline;

public sealed class SentenceFilterTests
{
    private const string Good = "The canal carried more grain in every decade of the century.";

    [Theory]
    [InlineData("Was the canal ever profitable for its owners at all?")]
    [InlineData("See https://example.org/canal for the data that were used here.")]
    [InlineData("Too short.")]
    [InlineData("We found that the canal carried more grain than before.")]
    [InlineData("The table lists 12 34 56 78 90 12 34 56 78 90 12 34 56 78 90 12 34 56.")]
    [InlineData("An unclosed (bracket makes the whole of the sentence hard to read.")]
    public void A_sentence_that_cannot_stand_in_another_text_is_left(string sentence) => Assert.Empty(Units(sentence));

    [Fact]
    public void A_sentence_that_leans_on_the_one_before_comes_with_it() =>
        Assert.Equal([Good, "This growth ended when the railway reached the harbour."], Assert.Single(Units(Good + " This growth ended when the railway reached the harbour.")).Sentences);

    [Fact]
    public void A_sentence_that_leans_on_one_that_is_gone_is_left_too() =>
        Assert.Empty(Units("Was the canal profitable? This growth ended when the railway reached the harbour."));

    [Fact]
    public void Sentences_that_stand_alone_are_units_of_their_own() =>
        Assert.Equal(2, Units(Good + " Barges were built of oak in the yards of the town.").Count);

    private static IReadOnlyList<SentenceUnit> Units(string text) => SentenceFilter.Units(new Passage("a#1", "a", 1, null, null, text), 0);
}
