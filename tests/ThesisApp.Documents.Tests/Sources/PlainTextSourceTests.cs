using ThesisApp.Core.Sources;
using ThesisApp.Documents.Tests.Support;

namespace ThesisApp.Documents.Tests.Sources;

public sealed class PlainTextSourceTests
{
    [Theory]
    [InlineData("THE OBJECT STORE\n\nIt holds objects.", "THE OBJECT STORE")]
    [InlineData("The Object Store\n================\nIt holds objects.", "The Object Store")]
    [InlineData("2.1 The Object Store\n\nIt holds objects.", "The Object Store")]
    [InlineData("IV. The Object Store\n\nIt holds objects.", "The Object Store")]
    public void Headings_are_told_from_text(string text, string heading)
    {
        SourceDocument source = Read(text);

        Assert.Equal(heading, source.Title);
        Assert.Equal((heading, "It holds objects."), (source.Passages.Single().Heading, source.Passages.Single().Text));
    }

    [Theory]
    [InlineData("In 2005 the store was new.")]
    [InlineData("2005 was the year.")]
    public void A_sentence_is_no_heading(string text) => Assert.Null(Read(text).Passages.Single().Heading);

    [Fact]
    public void Form_feeds_part_pages()
    {
        SourceDocument source = Read("First page here.\fSecond page here.\f\fFourth page here.");

        Assert.Equal([1, 2, 4], source.Passages.Select(passage => passage.Page!.Value));
    }

    [Fact]
    public void A_source_without_form_feeds_has_no_pages() => Assert.Null(Read("One page here.").Passages.Single().Page);

    [Fact]
    public void A_word_cut_at_the_end_of_a_line_is_joined() => Assert.Equal("The storage grows.", Read("The stor-\nage grows.").Passages.Single().Text);

    [Fact]
    public void Markdown_in_plain_text_is_text() => Assert.Equal("A *star* and <b>tags</b> stay.", Read("A *star* and <b>tags</b> stay.").Passages.Single().Text);

    private static SourceDocument Read(string text) => Prose.Read(text, "notes.txt");
}
