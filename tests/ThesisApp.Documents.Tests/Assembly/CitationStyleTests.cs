using System.Text;
using ThesisApp.Core.Documents;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Specification;
using ThesisApp.Documents.Assembly;
using ThesisApp.Documents.Export;
using ThesisApp.Documents.Tests.Support;

namespace ThesisApp.Documents.Tests.Assembly;

/// <summary>The specification's style goes through to the document and to every export.</summary>
public sealed class CitationStyleTests
{
    private static readonly Sentence Both = new("They grew.", [new Citation("smith2020", "smith2020#1", "p. 3"), new Citation("jones2019", "jones2019#1", null)], []);

    [Theory]
    [InlineData("apa", "They grew (Jones, 2020; Smith, 2020, p. 3).")]
    [InlineData("ieee", "They grew [1, p. 3], [2].")]
    [InlineData("chicago", "They grew (Smith 2020, 3; Jones 2020).")]
    [InlineData("harvard", "They grew (Jones, 2020; Smith, 2020, p. 3).")]
    [InlineData("vancouver", "They grew (1, p. 3; 2).")]
    public void Works_of_one_sentence_are_cited_together(string style, string expected) =>
        Assert.Equal(expected, string.Concat(Assemble(style, Both).Chapters[0].Sections[0].Blocks[0].Items[0].Select(inline => inline.Text)));

    [Theory]
    [InlineData("apa", "(Smith, 2020)")]
    [InlineData("ieee", "[1]")]
    [InlineData("chicago", "(Smith 2020)")]
    [InlineData("harvard", "(Smith, 2020)")]
    [InlineData("vancouver", "(1)")]
    public void Every_export_shows_the_style(string style, string expected)
    {
        ThesisDocument document = Assemble(style, Manuscripts.Borrowed("It grew.", "smith2020"));

        Assert.Contains($">{expected}</a>.", Text(HtmlExporter.Export(document), "thesis.html"), StringComparison.Ordinal);
        Assert.Contains($"[{expected.Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal)}](#ref-smith2020).", Text(MarkdownExporter.Export(document), "thesis.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_follow_the_text_from_the_abstract_on_whatever_order_the_sections_came_in()
    {
        Manuscript manuscript = Make("ieee", Manuscripts.Borrowed("It grew.", "smith2020"));
        manuscript = manuscript with
        {
            FrontMatter = manuscript.FrontMatter with { Abstract = [Manuscripts.Text(Manuscripts.Borrowed("All grew.", "jones2019"))] },
            Sections = [.. manuscript.Sections.Reverse()],
        };

        Assert.Equal(["jones2019", "smith2020"], DocumentAssembler.Assemble(manuscript).References.Select(reference => reference.Entry.Key));
    }

    [Fact]
    public void A_work_named_in_the_text_is_numbered_where_it_is_named()
    {
        ThesisDocument document = Assemble("ieee", Manuscripts.Borrowed("Here {work:jones2019} and others agree.", "smith2020"));

        Assert.Equal("Here Jones [1] and others agree [2].", string.Concat(document.Chapters[0].Sections[0].Blocks[0].Items[0].Select(inline => inline.Text)));
    }

    [Fact]
    public void What_does_not_resolve_is_marked_behind_what_does() =>
        Assert.Equal(
            "They grew (Smith, 2020) [unresolved: nobody].",
            string.Concat(Assemble("apa", new Sentence("They grew.", [new Citation("nobody", "nobody#1", null), new Citation("smith2020", "smith2020#1", null)], [])).Chapters[0].Sections[0].Blocks[0].Items[0].Select(inline => inline.Text)));

    [Fact]
    public void A_citation_is_no_part_of_the_text_that_is_counted_and_compared() =>
        Assert.Equal("They grew .", Assemble("apa", Both).Chapters[0].Sections[0].Blocks[0].PlainText());

    private static ThesisDocument Assemble(string style, params Sentence[] sentences) => DocumentAssembler.Assemble(Make(style, sentences));

    private static Manuscript Make(string style, params Sentence[] sentences) => Manuscripts.Make(new ThesisSpec { Title = "T", Topic = "T", CitationStyle = style }, sentences);

    private static string Text(IReadOnlyDictionary<string, byte[]> files, string name) => Encoding.UTF8.GetString(files[name]);
}
