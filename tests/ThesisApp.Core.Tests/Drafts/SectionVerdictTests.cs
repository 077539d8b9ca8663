using System.Text.Json;
using ThesisApp.Core.Drafts;

namespace ThesisApp.Core.Tests.Drafts;

public sealed class SectionVerdictTests
{
    [Fact]
    public void A_verdict_counts_for_the_draft_that_was_judged_and_for_no_other()
    {
        SectionDraft draft = Draft("The canal carried grain.");
        string stored = JsonSerializer.Serialize(new SectionVerdict("c/s", ["- Say when."]).On(draft), CoreJson.Default.SectionVerdict);

        SectionVerdict verdict = JsonSerializer.Deserialize(stored, CoreJson.Default.SectionVerdict)!;

        Assert.True(verdict.IsOn(Draft("The canal carried grain.")));
        Assert.False(verdict.IsOn(Draft("The canal carried gravel.")));
        Assert.False(new SectionVerdict("c/s", []).IsOn(draft));
    }

    private static SectionDraft Draft(string text) => new("c/s", [new Paragraph(ParagraphKind.Text, [new Sentence(text, [], [])])], null);
}
