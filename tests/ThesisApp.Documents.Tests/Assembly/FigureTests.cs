using System.Text;
using ThesisApp.Core.Checks;
using ThesisApp.Core.Checks.Theses;
using ThesisApp.Core.Documents;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Sources;
using ThesisApp.Core.Specification;
using ThesisApp.Documents.Assembly;
using ThesisApp.Documents.Checking;
using ThesisApp.Documents.Export;
using ThesisApp.Documents.Tests.Export;
using ThesisApp.Documents.Tests.Support;

namespace ThesisApp.Documents.Tests.Assembly;

public sealed class FigureTests
{
    private static readonly FigureData Locks = new("sources/locks.png", "abc", "image/png", 1, 1) { Alt = "Five <gates> on a hill" };
    private static readonly FigureData Tunnel = new("sources/tunnel.jpg", "def", "image/jpeg", 3, 2);
    private static readonly Dictionary<string, ReadOnlyMemory<byte>> Images = new() { ["abc"] = Pictures.Png, ["def"] = "second"u8.ToArray() };

    [Fact]
    public void Figures_are_numbered_in_reading_order_and_the_text_names_their_numbers()
    {
        ThesisDocument document = WithFigures("en");

        Assert.Equal([(1, "figures/figure-1.jpg"), (2, "figures/figure-2.png")], document.Figures().Select(figure => (figure.Number, figure.File)));
        Assert.Contains("An illustration is given in Figure 1 and Figure 2.", Exports.Markdown(document), StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_has_each_figure_alone_in_its_paragraph_and_its_file_beside_it()
    {
        IReadOnlyDictionary<string, byte[]> files = MarkdownExporter.Export(WithFigures("en"), Images);

        Assert.Contains("\n\n![Figure 2: The \\[locks\\] at Bingley [(Smith, 2020, p. 3)](#ref-smith2020)](figures/figure-2.png)\n\n", Text(files["thesis.md"]), StringComparison.Ordinal);
        Assert.Contains("](../figures/figure-2.png)\n\n", Text(files["chapters/ch1.md"]), StringComparison.Ordinal);
        Assert.Equal(Pictures.Png, files["figures/figure-2.png"]);
        Assert.Equal("second", Text(files["figures/figure-1.jpg"]));
    }

    [Fact]
    public void A_chapter_by_itself_has_the_captions_alone()
    {
        string chapter = Text(MarkdownExporter.ExportChapter(WithFigures("en"), "case"));

        Assert.Contains("\n\nFigure 1: A tunnel", chapter, StringComparison.Ordinal);
        Assert.DoesNotContain("![", chapter, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_holds_the_pictures_themselves_and_allows_no_others()
    {
        string html = Text(HtmlExporter.Export(WithFigures("en"), Images)["thesis.html"]);

        Assert.Contains($"<figure>\n<img src=\"data:image/png;base64,{Convert.ToBase64String(Pictures.Png)}\" width=\"1\" height=\"1\" alt=\"Five &lt;gates&gt; on a hill\">\n<figcaption>Figure 2: The [locks] at Bingley", html, StringComparison.Ordinal);
        Assert.Contains("alt=\"Figure 1: A tunnel\">", html, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'; style-src 'unsafe-inline'; img-src data:\"", html, StringComparison.Ordinal);
        Assert.Equal(2, html.Split("<img ").Length - 1);
    }

    [Fact]
    public void A_page_without_figures_allows_no_pictures()
    {
        string html = Exports.Html(Exports.Ordinary());

        Assert.DoesNotContain("img", html, StringComparison.Ordinal);
        Assert.DoesNotContain("figure", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Figure 1: ")]
    [InlineData("de", "Abbildung 1: ")]
    [InlineData("fr", "Figure 1\u00A0: ")]
    [InlineData("es", "Figura 1: ")]
    public void A_figure_is_called_so_in_the_thesis_language_and_the_checks_find_nothing_amiss(string language, string word)
    {
        string markdown = Text(MarkdownExporter.Export(WithFigures(language), Images)["thesis.md"]);

        Assert.Contains($"![{word}", markdown, StringComparison.Ordinal);
        CheckedThesis thesis = ThesisReader.Read(markdown, null) with { Language = language };
        Assert.Equal(2, thesis.Body.SelectMany(section => section.Paragraphs).Count(paragraph => paragraph.Form == ParagraphForm.Caption && paragraph.Citations.Count == 1));
        Assert.Empty(ThesisChecks.Run(thesis).Checks.Where(check => check.Id.Contains("caption", StringComparison.Ordinal) || check.Id.Contains("figure", StringComparison.Ordinal) || check.Id.Contains("reference", StringComparison.Ordinal) || check.Id.Contains("link", StringComparison.Ordinal)).Select(check => $"{check.Id}: {check.Message}"));
    }

    [Fact]
    public void A_figure_that_nobody_mentions_and_a_number_that_is_left_out_are_found()
    {
        string markdown = Text(MarkdownExporter.Export(WithFigures("en"), Images)["thesis.md"]).Replace("Figure 2", "Figure 3", StringComparison.Ordinal).Replace("Figure 1 and ", "", StringComparison.Ordinal);

        string[] found = [.. ThesisChecks.Run(ThesisReader.Read(markdown, null)).Checks.Select(check => check.Id)];
        Assert.Contains("caption-number", found);
        Assert.Contains("unmentioned-figure", found);
    }

    private static ThesisDocument WithFigures(string language)
    {
        Manuscript manuscript = Manuscripts.Make(new ThesisSpec { Title = "T", Topic = "T", Language = language }, Manuscripts.Borrowed("It grew.", "smith2020"));
        SectionReview first = manuscript.Sections[0];
        Paragraph text = first.Draft.Paragraphs[0] with { Sentences = [.. first.Draft.Paragraphs[0].Sentences, Manuscripts.Plain("An illustration is given in {figure:jones2019#4} and {figure:smith2020#9}.")] };
        return DocumentAssembler.Assemble(manuscript with
        {
            Sections = [first with { Draft = first.Draft with { Paragraphs = [text, Figure("A tunnel", "jones2019#4", null, Tunnel), Figure("The [locks] at Bingley", "smith2020#9", "p. 3", Locks)] } }, .. manuscript.Sections.Skip(1)],
        });
    }

    private static Paragraph Figure(string caption, string passage, string? locator, FigureData figure) =>
        new(ParagraphKind.Figure, [new Sentence(caption, [new Citation(passage.Split('#')[0], passage, locator)], [])]) { Figure = figure };

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
