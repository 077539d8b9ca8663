using ThesisApp.Core.Revisions;

namespace ThesisApp.Core.Tests.Revisions;

public sealed class EditedTextRulesTests
{
    [Theory]
    [InlineData("Plain text, with *emphasis* and a citation [@smith1990, p. 12].")]
    [InlineData("A line\nand another, 1 < 2, a_b, [sic], C#.\n\n- one\n- two\n\n1. first\n2. second")]
    [InlineData("<script>alert(1)</script> is text like any other")]
    public void What_every_format_can_set_is_taken(string text) => Assert.Empty(EditedTextRules.Check(EditedTextRules.Clean(text), "section.md"));

    [Theory]
    [InlineData("Text.\n\n## A heading", 3)]
    [InlineData("Text.\n===", 2)]
    [InlineData("```\ncode\n```", 1)]
    [InlineData("> said he", 1)]
    [InlineData("| a | b |", 1)]
    [InlineData("See [here](http://example.org).", 1)]
    [InlineData("![](http://example.org/pixel.png)", 1)]
    [InlineData("[a]: http://example.org", 1)]
    [InlineData("Bell \a", 1)]
    [InlineData("Text.\n***", 2)]
    public void What_no_format_can_set_is_named_with_its_line(string text, int line) =>
        Assert.Equal(line, EditedTextRules.Check(EditedTextRules.Clean(text), "section.md")[0].Line);

    [Theory]
    [InlineData("")]
    [InlineData("...\n")]
    public void An_empty_text_is_refused(string text) => Assert.Single(EditedTextRules.Check(EditedTextRules.Clean(text), "section.md"));
}
