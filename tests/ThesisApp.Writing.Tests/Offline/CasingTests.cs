using ThesisApp.Core.Sources;
using ThesisApp.Writing.Offline;

namespace ThesisApp.Writing.Tests.Offline;

public sealed class CasingTests
{
    private static readonly Casing Casing = new(["The barges of Bristol met the canal.", "On the river Severn and in Git's repositories nothing changed.", "Canal tolls fell."]);

    [Theory]
    [InlineData("Barges of Bristol", "barges of Bristol")]
    [InlineData("The Canal and the Severn", "the canal and the Severn")]
    [InlineData("Git's Repositories", "Git's repositories")]
    [InlineData("SHA-1 and XML", "SHA-1 and XML")]
    [InlineData("Unknown Words", "unknown words")]
    [InlineData("Cross-Cutting Patterns", "cross-cutting patterns")]
    public void A_heading_in_a_sentence_keeps_the_capitals_of_names_only(string heading, string expected) => Assert.Equal(expected, Casing.InSentence(heading));

    [Fact]
    public void A_word_that_opens_a_cell_of_a_table_is_no_name()
    {
        Passage table = new("a#1", "a", 1, null, null, "1834 Gates of iron at Bristol") { Table = new TableData(["Year", "Change"], [["1834", "Gates of iron at Bristol"]]) };
        Assert.Equal("gates at Bristol", new Casing(Casing.RunningText(table)).InSentence("Gates at Bristol"));
    }

    [Fact]
    public void Running_text_changes_in_its_first_word_only() => Assert.Equal("storage of Version Control", Casing.Continuing("Storage of Version Control"));

    [Theory]
    [InlineData("The barges of Bristol met.", "the barges of Bristol met.")]
    [InlineData("Barges met the canal.", "barges met the canal.")]
    [InlineData("Bristol grew.", "Bristol grew.")]
    [InlineData("SHA-1 was broken.", "SHA-1 was broken.")]
    [InlineData("Hand-made bricks were sold.", "hand-made bricks were sold.")]
    [InlineData("Git-based tools were sold.", null)]
    [InlineData("Telford built it.", null)]
    [InlineData("J. Telford built it.", "J. Telford built it.")]
    public void A_sentence_behind_own_words_begins_small_unless_it_begins_with_a_name_and_is_not_used_where_nobody_knows(string sentence, string? expected) =>
        Assert.Equal(expected, Casing.BehindLead(sentence));
}
