using ThesisApp.Core.Checks;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Tests.Support;

namespace ThesisApp.Core.Tests.Checks;

/// <summary>What is checked in any thesis is checked in those that are written here, too.</summary>
public sealed class TextChecksTests
{
    [Theory]
    [InlineData("The the pack was written twice.", "doubled-word")]
    [InlineData("The pack (and its index was written twice.", "unbalanced-bracket")]
    [InlineData("The MIDX was written. The MIDX was read.", "abbreviation-undefined")]
    [InlineData("The dataset was written. The data set was read.", "inconsistent-term")]
    [InlineData("The colour was kept. The color was lost.", "mixed-spelling")]
    [InlineData("Nobody knew that it didn't matter.", "contraction")]
    [InlineData("The date is TBD here.", "placeholder")]
    public void A_slip_in_a_run_is_a_warning_that_names_its_section(string text, string id)
    {
        Drafted drafted = new Drafted().With(SectionRoles.Results, DocumentChecks.CountWords(text), Drafted.Borrowed(text.Replace("The the", "Then the the", StringComparison.Ordinal)));

        Assert.Contains(DocumentChecks.Run(drafted.Manuscript, drafted.Document).Checks, check => check.Id == id && check is { Severity: CheckSeverities.Warning, Where: "1.1 ch/s1" });
    }

    [Theory]
    [InlineData("The multi-pack index (MIDX) was written. The MIDX was read, and so was the MIDX of another.")]
    [InlineData("They write HTML and JSON, and read HTML and JSON.")]
    [InlineData("It came every day. Its everyday use grew.")]
    [InlineData("There are two: 1) the pack and 2) its index (Section 1.1).")]
    [InlineData("He said that that was all that they had had.")]
    [InlineData("They write “it didn't matter” in their notes.")]
    public void What_is_no_slip_is_not_told(string text)
    {
        Drafted drafted = new Drafted().With(SectionRoles.Results, DocumentChecks.CountWords(text), Drafted.Borrowed(text));

        Assert.Empty(DocumentChecks.Run(drafted.Manuscript, drafted.Document).Checks);
    }
}
