using ThesisApp.Cli.Terminals;

namespace ThesisApp.Cli.Tests.Terminals;

public sealed class SafeTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("\u001b[31mred\u001b[0m", "red")]
    [InlineData("\u001b]0;new title\u0007after", "after")]
    [InlineData("\u001b]8;;http://evil\u001b\\link\u001b]8;;\u001b\\", "link")]
    [InlineData("\u009b2Jgone", "gone")]
    [InlineData("a\r\nb\tc", "a b c")]
    [InlineData("bell\u0007back\b", "bellback")]
    [InlineData("safe\u202Egnp.exe", "safegnp.exe")]
    [InlineData("Größe 大小", "Größe 大小")]
    [InlineData("\u001b", "")]
    [InlineData(null, "")]
    public void A_line_holds_nothing_that_a_terminal_acts_on(string? text, string expected) =>
        Assert.Equal(expected, SafeText.Line(text));

    [Fact]
    public void A_line_that_is_too_long_ends_with_an_ellipsis() =>
        Assert.Equal("abcd…", SafeText.Line("abcdefgh", 5));

    [Fact]
    public void A_cut_never_halves_a_character() =>
        Assert.Equal("abc…", SafeText.Line("abc😀😀😀", 5));

    [Fact]
    public void A_block_keeps_its_line_breaks() =>
        Assert.Equal("a\nb", SafeText.Block("a\r\n\u001b[1mb\n"));

    [Fact]
    public void Markup_is_escaped() =>
        Assert.Equal("[[red]]x[[/]]", SafeText.Markup("[red]x[/]"));
}
