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
    public void Running_text_changes_in_its_first_word_only() => Assert.Equal("storage of Version Control", Casing.Continuing("Storage of Version Control"));
}
