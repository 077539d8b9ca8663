using ThesisApp.Core.Drafts;
using ThesisApp.Core.Revisions;
using ThesisApp.Core.Sources;

namespace ThesisApp.Core.Tests.Revisions;

public sealed class SectionMarkdownTests
{
    private static readonly PassageLocators Locators = new(
    [
        new SourceDocument("a", "z.md", "A", [new Passage("a#3", "a", 1, null, null, "Three.")], []),
        new SourceDocument("a", "a.md", "A", [new Passage("a#1", "a", 1, null, null, "One."), new Passage("a#2", "a", 2, null, 7, "Two.")], []),
    ]);

    [Fact]
    public void Places_are_named_by_page_or_by_number_within_the_work() =>
        Assert.Equal(["para. 1", "p. 7", "para. 3"], new[] { "a#1", "a#2", "a#3" }.Select(Locators.Find));

    [Fact]
    public void A_section_is_written_so_that_it_can_be_read_back()
    {
        SectionDraft draft = new(
            "c/s",
            [
                new Paragraph(ParagraphKind.Text, [new Sentence("It grew.", [new Citation("a", "a#1", null), new Citation("a", "a#2", "p. 7")], []), new Sentence("2 * 3 [sic] is_it.", [], [])]),
                new Paragraph(ParagraphKind.Bulleted, [new Sentence("One.", [], []), new Sentence("Two!", [], []) { Lost = ["nobody, p. 1"] }]),
            ],
            null);

        Assert.Equal("It grew [@a, para. 1; @a, p. 7]. 2 \\* 3 \\[sic\\] is_it.\n\n- One.\n- Two [@nobody, p. 1]!\n", SectionMarkdown.Of(draft, Locators));
    }

    [Fact]
    public void A_table_is_shown_and_refused_when_it_comes_back_so_that_none_is_lost_unnoticed()
    {
        Paragraph table = new(ParagraphKind.Table, [new Sentence("Releases.", [], [])]) { Table = new TableData(["Release", "Change"], [["2.0", "a|b"]]) };

        string text = SectionMarkdown.Of(new SectionDraft("c/s", [table], null), Locators);

        Assert.Equal("Releases.\n\n| Release | Change |\n| --- | --- |\n| 2.0 | a\\|b |\n", text);
        Assert.Contains(EditedTextRules.Check(text, "section.md"), problem => problem.Message.StartsWith("Tables", StringComparison.Ordinal));
    }
}
