using ThesisApp.Core.Checks;
using ThesisApp.Core.Checks.Theses;
using ThesisApp.Core.Documents;
using ThesisApp.Core.Specification;
using ThesisApp.Documents.Assembly;
using ThesisApp.Documents.Bibliographies;
using ThesisApp.Documents.Checking;
using ThesisApp.Documents.Export;
using ThesisApp.Documents.Tests.Support;

namespace ThesisApp.Documents.Tests.Checking;

public sealed class ThesisReaderTests
{
    [Theory]
    [InlineData("It grew [@a, p. 3].", "It grew.", "a:p. 3")]
    [InlineData("It grew [see @a; @b].", "It grew.", "a: b:")]
    [InlineData("It grew [(Ames, 2010)](#ref-a).", "It grew.", "a:")]
    [InlineData("It grew ([Ames, 2010](#ref-a); [Bell, 2011](#ref-b)).", "It grew.", "a: b:")]
    [InlineData("It grew [\\[1\\]](#ref-a), [\\[2\\]](#ref-b).", "It grew.", "a: b:")]
    [InlineData("[Ames (2010)](#ref-a) says so.", "Ames (2010) says so.", "a:")]
    [InlineData("See [Section 2](#two) and `git gc`.", "See Section 2 and git gc.", "")]
    [InlineData("A *fine* <b>text</b> &amp; more.", "A fine text & more.", "")]
    public void A_paragraph_is_its_text_and_its_citations(string markdown, string text, string citations)
    {
        CheckedParagraph paragraph = Read($"## 1 Introduction\n\n{markdown}\n").Sections.Single().Paragraphs.Single();

        Assert.Equal(text, paragraph.Text);
        Assert.Equal(citations, string.Join(' ', paragraph.Citations.Select(citation => $"{citation.Key}:{citation.Locator}")));
    }

    [Fact]
    public void Sections_have_numbers_titles_roles_and_lines()
    {
        CheckedThesis thesis = Read("# T\n\nA. Writer\n\n## Abstract\n\nA.\n\n## 1 Introduction\n\nA.\n\n### 1.1 Background\n\nA.\n\n## 2. Ergebnisse\n\nA.\n\n## References\n\nA.\n");

        Assert.Equal(
            [(null, "T", "title", 1), (null, "Abstract", "abstract", 5), ("1", "Introduction", "introduction", 9), ("1.1", "Background", "literature", 13), ("2", "Ergebnisse", "results", 17), (null, "References", "references", 21)],
            thesis.Sections.Select(section => (section.Number, section.Title, section.Role, section.Line!.Value)));
    }

    [Fact]
    public void A_list_of_references_in_the_text_is_its_bibliography()
    {
        CheckedThesis thesis = ThesisReader.Read("## 1 Introduction\n\nIt grew [(A, 2010)](#ref-a).\n\n## References\n\n<a id=\"ref-a\"></a>A. (2010). T.\n\n<a id=\"ref-b\"></a>B. (2011). U.\n", null);

        Assert.Equal(["ref-a", "ref-b"], thesis.Works!.Keys);
        Assert.Equal(["unused-reference"], ThesisChecks.Run(thesis).Checks.Select(check => check.Id).Where(id => id.Contains("reference", StringComparison.Ordinal)));
    }

    [Fact]
    public void Code_and_tables_are_no_text_and_notes_cite()
    {
        CheckedThesis thesis = Read("## 1 Introduction\n\nIt grew.[^1]\n\n```\nTODO\n```\n\n| a | b |\n|---|---|\n| TODO | [@b] |\n\n[^1]: As @a says.\n");

        Assert.DoesNotContain("TODO", string.Concat(thesis.BodyParagraphs.Select(item => item.Paragraph.Text)), StringComparison.Ordinal);
        Assert.Equal(["a", "b"], thesis.Sections[0].Citations.Select(citation => citation.Key).Order());
    }

    [Theory]
    [InlineData("apa")]
    [InlineData("ieee")]
    [InlineData("chicago")]
    [InlineData("harvard")]
    [InlineData("vancouver")]
    public void What_we_export_is_read_back_with_every_citation_resolved(string style)
    {
        ThesisDocument document = DocumentAssembler.Assemble(Manuscripts.Make(
            new ThesisSpec { Title = "T", Topic = "T", CitationStyle = style },
            new("They grew.", [new("smith2020", "smith2020#1", "p. 3"), new("jones2019", "jones2019#1", null)], []),
            Manuscripts.Plain("As {work:jones2019} says in {ref:case-study/findings}, it did.")));
        string markdown = System.Text.Encoding.UTF8.GetString(MarkdownExporter.Export(document)["thesis.md"]);

        ThesisReport report = ThesisChecks.Run(ThesisReader.Read(markdown, null));

        Assert.Equal((3, 3), (report.Citations.Made, report.Citations.Resolved));
        Assert.DoesNotContain(report.Checks, check => check.Id.StartsWith("broken", StringComparison.Ordinal) || check.Id.Contains("bracket", StringComparison.Ordinal));
    }

    [Fact]
    public void Empty_and_odd_files_are_read()
    {
        foreach (string text in new[] { "", "\n", "---\n", "# \n", "[@", "## 1\n\n(((", "<a id=", "---\ntitle:\n---\n", new string('#', 400), "@@@@ [@;@;] [-@-]" })
        {
            Assert.NotNull(ThesisChecks.Run(Read(text)));
        }
    }

    private static CheckedThesis Read(string markdown) => ThesisReader.Read(markdown, BibTexReader.Read("@book{a, title={A}, year=2010}\n@book{b, title={B}, year=2011}"));
}
