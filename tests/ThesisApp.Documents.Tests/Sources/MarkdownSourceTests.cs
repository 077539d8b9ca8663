using ThesisApp.Core.Sources;
using ThesisApp.Documents.Sources;
using ThesisApp.Documents.Tests.Support;

namespace ThesisApp.Documents.Tests.Sources;

public sealed class MarkdownSourceTests
{
    [Fact]
    public void The_first_heading_is_the_title() => Assert.Equal("The Object Store", Prose.Read("## The *Object* Store\n\nIt holds objects.\n\n# Later\n\nMore.").Title);

    [Fact]
    public void A_source_without_a_heading_is_called_by_its_file() => Assert.Equal("notes", Prose.Read("It holds objects.", "folder/notes.md").Title);

    [Fact]
    public void Each_passage_knows_the_nearest_heading_above_it()
    {
        SourceDocument source = Prose.Read("Before all.\n\n# One\n\nFirst text.\n\n## Two\n\nSecond text.");

        Assert.Equal([null, "One", "Two"], source.Passages.Select(passage => passage.Heading));
    }

    [Theory]
    [InlineData("Before.\n\n```\nsecret code\n```\n\nAfter.")]
    [InlineData("Before.\n\n    secret code\n\nAfter.")]
    [InlineData("---\ntitle: secret\n---\n\nBefore.\n\nAfter.")]
    [InlineData("Before.\n\n| secret | b |\n|---|---|\n| 1 | 2 |\n\nAfter.")]
    [InlineData("Before.\n\n<div>secret</div>\n\nAfter.")]
    [InlineData("Before.<!-- secret -->\n\nAfter.")]
    [InlineData("Before. ![secret](picture.png)\n\nAfter.")]
    [InlineData("Before.\n\n[label]: https://example.org/secret\n\nAfter.")]
    public void What_is_no_prose_is_left_out(string text) => Assert.Equal("Before. After.", Assert.Single(Prose.Read(text).Passages).Text);

    [Fact]
    public void Markup_within_a_sentence_is_taken_off() =>
        Assert.Equal("A bold word, a link, code and an entity & more.", Assert.Single(Prose.Read("A **bold** word, a [link](https://example.org), `code` and an entity &amp; more.").Passages).Text);

    [Fact]
    public void Entries_of_a_list_are_prose() => Assert.Equal("First entry. Second entry.", Assert.Single(Prose.Read("- First entry.\n- Second entry.").Passages).Text);

    [Theory]
    [InlineData("# Only a heading")]
    [InlineData("```\ncode only\n```")]
    [InlineData("42. 43. 44.")]
    [InlineData("")]
    public void A_source_without_a_sentence_is_refused_by_name(string text) =>
        Assert.Contains("notes.md", Assert.Throws<SourceFormatException>(() => Prose.Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Passages_hold_whole_sentences_and_lose_none()
    {
        string paragraph = string.Join(' ', Enumerable.Range(0, 40).Select(i => Prose.Paragraph($"part {i}")));

        SourceDocument source = Prose.Read(paragraph);

        Assert.Equal(paragraph, string.Join(' ', source.Passages.Select(passage => passage.Text)));
        Assert.All(source.Passages, passage => Assert.EndsWith("here.", passage.Text, StringComparison.Ordinal));
        Assert.All(source.Passages, passage => Assert.InRange(passage.Text.Split(' ').Length, 1, 150));
    }

    [Fact]
    public void Passages_are_numbered_from_1()
    {
        SourceDocument source = Prose.Read(string.Join("\n\n", Enumerable.Range(0, 5).Select(i => Prose.Paragraph($"part {i}"))));

        Assert.Equal([1, 2, 3, 4, 5], source.Passages.Select(passage => passage.Ordinal));
    }
}
