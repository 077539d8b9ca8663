using ThesisApp.Core.Documents;

namespace ThesisApp.Core.Tests.Checks;

public sealed class AbbreviationListTests
{
    [Theory]
    [InlineData("He describes the Source Code Control System, SCCS, as a set of programs. SCCS is old.", "SCCS", "Source Code Control System")]
    [InlineData("The Revision Control System (RCS) came later. With RCS it was fast.", "RCS", "Revision Control System")]
    [InlineData("The Bank of the Upper Valley, BUV, failed. The BUV was sold.", "BUV", "Bank of the Upper Valley")]
    public void An_abbreviation_stands_for_what_the_text_says(string text, string shortForm, string longForm) =>
        Assert.Equal([new Abbreviation(shortForm, longForm)], AbbreviationList.Of(text));

    [Theory]
    [InlineData("The Source Code Control System, SCCS, was used once.")]
    [InlineData("Files of the old kind, PDF, are read. A PDF is a file.")]
    [InlineData("Nothing is said of XYZ here. XYZ is XYZ.")]
    public void What_is_used_once_or_never_explained_is_not_listed(string text) => Assert.Empty(AbbreviationList.Of(text));
}
