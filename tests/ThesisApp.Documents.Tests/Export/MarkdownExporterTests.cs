using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using ThesisApp.Core.Documents;
using ThesisApp.Documents.Export;
using Block = Markdig.Syntax.Block;
using Inline = Markdig.Syntax.Inlines.Inline;

namespace ThesisApp.Documents.Tests.Export;

/// <summary>What is written is read again as CommonMark, by a parser that is not ours.</summary>
public sealed class MarkdownExporterTests
{
    [Fact]
    public void The_whole_and_each_chapter_are_files_of_their_own() =>
        Assert.Equal(["chapters/ch1.md", "chapters/ch2.md", "thesis.md"], MarkdownExporter.Export(Exports.Ordinary()).Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Headings_are_numbered() =>
        Assert.Equal(
            ["How Storage Evolved", "Abstract", "Contents", "1 How Storage Evolved", "1.1 A Section", "1.2 A Section", "2 How Storage Evolved", "2.1 A Section", "2.2 A Section", "References"],
            Headings(Exports.Markdown(Exports.Ordinary())));

    [Fact]
    public void Every_link_within_the_document_leads_to_one_place()
    {
        string markdown = Exports.Markdown(Exports.Ordinary());
        string[] anchors = [.. AnchorsOf(markdown)];

        Assert.Equal(anchors.Distinct(), anchors);
        Assert.NotEmpty(LinksOf(markdown));
        Assert.All(LinksOf(markdown), link => Assert.Contains(link.TrimStart('#'), anchors));
    }

    [Fact]
    public void Every_link_within_a_chapters_own_file_leads_to_one_place() =>
        Assert.All(
            MarkdownExporter.Export(Exports.Ordinary()).Values.Select(System.Text.Encoding.UTF8.GetString),
            file => Assert.All(LinksOf(file), link => Assert.Contains(link.TrimStart('#'), AnchorsOf(file))));

    [Fact]
    public void The_contents_list_every_chapter_and_section()
    {
        ThesisDocument document = Exports.Ordinary();
        int places = document.Chapters.Sum(chapter => 1 + chapter.Sections.Count) + 1;

        Assert.Equal(places, Markdown.Parse(Exports.Markdown(document)).Descendants<ListItemBlock>().Count(item => item.Descendants<LinkInline>().Any() && item.Line < LineOf(document, "## 1 ")));
    }

    [Theory]
    [MemberData(nameof(HostileTexts.All), MemberType = typeof(HostileTexts))]
    public void A_heading_reads_as_it_was_written(string text)
    {
        string[] headings = [.. Headings(Exports.Markdown(Exports.Hostile(text)))];

        Assert.Equal((Fold(text), Fold("1 " + text), Fold("2.2 " + text)), (Fold(headings[0]), Fold(headings[3]), Fold(headings[^2])));
    }

    [Theory]
    [MemberData(nameof(HostileTexts.All), MemberType = typeof(HostileTexts))]
    public void Text_brings_no_markup_of_its_own(string text)
    {
        Shape hostile = Shape.Of(Exports.Markdown(Exports.Hostile(text)));
        Shape harmless = Shape.Of(Exports.Markdown(Exports.Hostile("Harmless")));

        Assert.Equal(harmless, hostile);
    }

    [Fact]
    public void The_same_document_gives_the_same_bytes() => Assert.Equal(MarkdownExporter.Export(Exports.Ordinary())["thesis.md"], MarkdownExporter.Export(Exports.Ordinary())["thesis.md"]);

    private static IEnumerable<string> Headings(string markdown) => Markdown.Parse(markdown).Descendants<HeadingBlock>().Select(heading => string.Concat(heading.Inline!.Descendants<Inline>().Select(Text)));

    private static string Text(Inline inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        _ => string.Empty,
    };

    private static IEnumerable<string> LinksOf(string markdown) => Markdown.Parse(markdown).Descendants<LinkInline>().Select(link => link.Url!).Where(url => url.StartsWith('#'));

    private static IEnumerable<string> AnchorsOf(string markdown) =>
        Markdown.Parse(markdown).Descendants<HtmlInline>().Select(html => html.Tag).Where(tag => tag.StartsWith("<a id=", StringComparison.Ordinal)).Select(tag => tag.Split('"')[1]);

    private static int LineOf(ThesisDocument document, string start) => Array.FindIndex(Exports.Markdown(document).Split('\n'), line => line.StartsWith(start, StringComparison.Ordinal));

    private static string Fold(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>How many there are of what is not plain text.</summary>
    private sealed record Shape(int Blocks, int Html, int Links, int Emphases, int Code, int Addresses)
    {
        public static Shape Of(string markdown)
        {
            MarkdownDocument parsed = Markdown.Parse(markdown);
            return new Shape(
                parsed.Descendants<Block>().Count(),
                parsed.Descendants<HtmlInline>().Count() + (100 * parsed.Descendants<HtmlBlock>().Count()),
                parsed.Descendants<LinkInline>().Count(),
                parsed.Descendants<EmphasisInline>().Count(),
                parsed.Descendants<CodeInline>().Count(),
                parsed.Descendants<AutolinkInline>().Count());
        }
    }
}
