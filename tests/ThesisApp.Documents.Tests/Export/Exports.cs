using System.Text;
using ThesisApp.Core.Documents;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Specification;
using ThesisApp.Documents.Assembly;
using ThesisApp.Documents.Export;
using ThesisApp.Documents.Tests.Support;

namespace ThesisApp.Documents.Tests.Export;

/// <summary>Documents with well-meant and with hostile texts in every place, and their files.</summary>
internal static class Exports
{
    public static string Markdown(ThesisDocument document) => Encoding.UTF8.GetString(MarkdownExporter.Export(document)["thesis.md"]);

    public static string Html(ThesisDocument document) => Encoding.UTF8.GetString(HtmlExporter.Export(document)["thesis.html"]);

    public static ThesisDocument Ordinary() => Document("A Section", "How Storage Evolved");

    /// <summary>The same text as title, author, keyword, headings, sentence, list item, work's title, work's key and statement.</summary>
    public static ThesisDocument Hostile(string text) => Document(text, text);

    private static ThesisDocument Document(string sectionTitle, string text)
    {
        Manuscript manuscript = Manuscripts.Make(
            new ThesisSpec { Title = text, Topic = text, Author = text, Language = "en" },
            Manuscripts.Borrowed(text, text),
            Manuscripts.Plain("See {ref:case-study/findings}, {ref:case/study} and {ref:case-study}."));
        Outline outline = manuscript.Outline with
        {
            Chapters = [.. manuscript.Outline.Chapters.Select(chapter => chapter with { Title = text, Sections = [.. chapter.Sections.Select(section => section with { Title = sectionTitle })] })],
        };
        SectionReview last = manuscript.Sections[^1];
        last = last with { Draft = last.Draft with { Paragraphs = [new Paragraph(ParagraphKind.Bulleted, [Manuscripts.Plain(text), Manuscripts.Plain("Second.")]), new Paragraph(ParagraphKind.Numbered, [Manuscripts.Plain(text)])] } };
        return DocumentAssembler.Assemble(manuscript with
        {
            Outline = outline,
            Sections = [.. manuscript.Sections.SkipLast(1), last],
            FrontMatter = manuscript.FrontMatter with { Keywords = [text, "second"], Statement = text },
            Bibliography = manuscript.Bibliography with { Entries = [Manuscripts.Work(text, text, text)] },
        });
    }
}
