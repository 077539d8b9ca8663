using ThesisApp.Core.Documents;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Sources;
using ThesisApp.Core.Specification;
using ThesisApp.Documents.Assembly;
using ThesisApp.Documents.Tests.Export;
using ThesisApp.Documents.Tests.Support;

namespace ThesisApp.Documents.Tests.Assembly;

public sealed class TableAndCitationTests
{
    private static readonly TableData Coal = new(["Year", "Coal | tons"], [["1797", "21"], ["1807", "48"]]);

    [Fact]
    public void Sentences_in_a_row_from_one_place_are_cited_after_the_last() => Assert.Equal(
        "It grew. It shrank (Smith, 2020). It ended (Jones, 2020).",
        Text(Manuscripts.Borrowed("It grew.", "smith2020") with { CitedWithNext = true }, Manuscripts.Borrowed("It shrank.", "smith2020"), Manuscripts.Borrowed("It ended.", "jones2019")));

    [Fact]
    public void A_sentence_whose_next_one_is_gone_is_cited_for_itself() => Assert.Equal(
        "It grew (Smith, 2020). It ended (Jones, 2020).",
        Text(Manuscripts.Borrowed("It grew.", "smith2020") with { CitedWithNext = true }, Manuscripts.Borrowed("It ended.", "jones2019")));

    [Fact]
    public void A_work_that_a_sentence_names_is_not_named_behind_it_again_unless_to_say_where()
    {
        Sentence named = Manuscripts.Borrowed("According to {work:smith2020}, it grew.", "smith2020");
        Assert.Equal("According to Smith (2020), it grew.", Text(named));
        Assert.Equal("According to Smith (2020), it grew (Smith, 2020, p. 3).", Text(named with { Citations = [new Citation("smith2020", "smith2020#1", "p. 3")] }));
    }

    [Fact]
    public void A_table_is_numbered_captioned_and_cited_and_the_text_names_its_number()
    {
        ThesisDocument document = WithTable("en");
        string markdown = Exports.Markdown(document);
        Assert.Contains("The figures are given in Table 1.", markdown, StringComparison.Ordinal);
        Assert.Contains("Table 1: Coal by year [(Smith, 2020)](#ref-smith2020)\n\n| Year | Coal \\| tons |\n| --- | --- |\n| 1797 | 21 |\n| 1807 | 48 |\n", markdown, StringComparison.Ordinal);
        string html = Exports.Html(document);
        Assert.Contains("<caption>Table 1: Coal by year", html, StringComparison.Ordinal);
        Assert.Contains("<td>1807</td><td>48</td>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de", "## Literaturverzeichnis", "## Inhaltsverzeichnis", "## Zusammenfassung", "**Schlagwörter:**", "Tabelle 1: ")]
    [InlineData("fr", "## Bibliographie", "## Table des matières", "## Résumé", "**Mots-clés\u00A0:**", "Tableau 1\u00A0: ")]
    [InlineData("es-MX", "## Bibliografía", "## Índice", "## Resumen", "**Palabras clave:**", "Tabla 1: ")]
    public void The_fixed_words_are_those_of_the_thesis_language(string language, params string[] words)
    {
        ThesisDocument document = WithTable(language);
        string markdown = Exports.Markdown(document);
        Assert.All(words, word => Assert.Contains(word, markdown, StringComparison.Ordinal));
        string html = Exports.Html(document);
        Assert.DoesNotContain(">References<", html, StringComparison.Ordinal);
        Assert.DoesNotContain(">Contents<", html, StringComparison.Ordinal);
        Assert.DoesNotContain(">Abstract<", html, StringComparison.Ordinal);
        Assert.DoesNotContain("## References", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("Keywords", html + markdown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de", "Betreuung: Dr. No", "<strong>Schlagwörter:</strong>", "<caption>Tabelle 1: ")]
    [InlineData("fr", "Direction\u00A0: Dr. No", "<strong>Mots-clés\u00A0:</strong>", "<caption>Tableau 1\u00A0: ")]
    public void A_label_s_colon_is_set_as_the_language_sets_it_on_the_page_too(string language, params string[] labels)
    {
        string html = System.Net.WebUtility.HtmlDecode(Exports.Html(WithTable(language)));

        Assert.All(labels, label => Assert.Contains(label, html, StringComparison.Ordinal));
    }

    [Fact]
    public void Abbreviations_that_the_text_explains_are_listed()
    {
        ThesisDocument document = DocumentAssembler.Assemble(Manuscripts.Make(Manuscripts.Borrowed("The Source Code Control System, SCCS, is old.", "smith2020"), Manuscripts.Borrowed("SCCS was used.", "smith2020")));
        Assert.Contains("## Abbreviations\n\n- **SCCS** Source Code Control System\n", Exports.Markdown(document), StringComparison.Ordinal);
        Assert.Contains("<dt>SCCS</dt>\n<dd>Source Code Control System</dd>", Exports.Html(document), StringComparison.Ordinal);
    }

    private static ThesisDocument WithTable(string language)
    {
        Manuscript manuscript = Manuscripts.Make(new ThesisSpec { Title = "T", Topic = "T", Language = language, Supervisor = "Dr. No" }, Manuscripts.Borrowed("It grew.", "smith2020"));
        SectionReview first = manuscript.Sections[0];
        Paragraph table = new(ParagraphKind.Table, [new Sentence("Coal by year", [new Citation("smith2020", "smith2020#9", null)], [])]) { Table = Coal };
        Paragraph text = first.Draft.Paragraphs[0] with { Sentences = [.. first.Draft.Paragraphs[0].Sentences, Manuscripts.Plain("The figures are given in {table:smith2020#9}.")] };
        return DocumentAssembler.Assemble(manuscript with { Sections = [first with { Draft = first.Draft with { Paragraphs = [text, table] } }, .. manuscript.Sections.Skip(1)] });
    }

    private static string Text(params Sentence[] sentences) =>
        string.Concat(DocumentAssembler.Assemble(Manuscripts.Make(sentences)).Chapters[0].Sections[0].Blocks.Single().Items.Single().Select(inline => inline.Text));
}
