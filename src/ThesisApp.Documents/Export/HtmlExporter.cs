using System.Globalization;
using System.Net;
using System.Text;
using ThesisApp.Core.Documents;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Sources;

namespace ThesisApp.Documents.Export;

/// <summary>Writes the thesis as one HTML page: no script, no request to anywhere, for the screen and for print.</summary>
public static class HtmlExporter
{
    private static readonly Lazy<string> Style = new(ReadStyle);

    /// <summary>One file, <c>thesis.html</c>; figures are part of it.</summary>
    /// <param name="document">The document.</param>
    /// <param name="images">The figures' bytes by hash; a figure without is a caption alone.</param>
    public static IReadOnlyDictionary<string, byte[]> Export(ThesisDocument document, IReadOnlyDictionary<string, ReadOnlyMemory<byte>>? images = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        StringBuilder html = new();
        html.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html>\n<html lang=\"{Encode(document.Language)}\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        bool figures = document.Figures().Any();
        html.Append(CultureInfo.InvariantCulture, $"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'{(figures ? HtmlFigure.Policy : string.Empty)}\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<title>{Encode(document.Title)}</title>\n<style>\n{Style.Value}{(figures ? HtmlFigure.Style : string.Empty)}</style>\n</head>\n<body>\n");
        WriteTitlePage(html, document);
        WriteContents(html, document);
        html.Append("<main>\n");
        WriteAbstract(html, document);
        WriteAbbreviations(html, document);
        foreach (DocumentChapter chapter in document.Chapters)
        {
            WriteChapter(html, chapter, images);
        }

        WriteReferences(html, document);
        html.Append("</main>\n</body>\n</html>\n");
        return new Dictionary<string, byte[]>(StringComparer.Ordinal) { ["thesis.html"] = Encoding.UTF8.GetBytes(html.ToString()) };
    }

    private static void WriteTitlePage(StringBuilder html, ThesisDocument document)
    {
        html.Append(CultureInfo.InvariantCulture, $"<header class=\"title-page\">\n<h1>{Encode(document.Title)}</h1>\n");
        foreach (string line in document.TitlePage)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p>{Encode(line)}</p>\n");
        }

        html.Append("</header>\n");
    }

    private static void WriteContents(StringBuilder html, ThesisDocument document)
    {
        DocumentWords words = DocumentWords.For(document.Language);
        html.Append(CultureInfo.InvariantCulture, $"<nav aria-label=\"{Encode(words.Contents)}\">\n<h2>{Encode(words.Contents)}</h2>\n<ol>\n");
        html.Append(CultureInfo.InvariantCulture, $"<li><a href=\"#{Anchors.Abstract}\">{Encode(words.Abstract)}</a></li>\n");
        foreach (DocumentChapter chapter in document.Chapters)
        {
            html.Append(CultureInfo.InvariantCulture, $"<li><a href=\"#{Anchors.Place(chapter.Id)}\"><span class=\"number\">{chapter.Number}</span> {Encode(chapter.Title)}</a>\n<ol>\n");
            foreach (DocumentSection section in chapter.Sections)
            {
                html.Append(CultureInfo.InvariantCulture, $"<li><a href=\"#{Anchors.Place(section.Id)}\"><span class=\"number\">{Encode(section.Number)}</span> {Encode(section.Title)}</a></li>\n");
            }

            html.Append("</ol>\n</li>\n");
        }

        html.Append(CultureInfo.InvariantCulture, $"<li><a href=\"#{Anchors.References}\">{Encode(words.References)}</a></li>\n</ol>\n</nav>\n");
    }

    private static void WriteAbstract(StringBuilder html, ThesisDocument document)
    {
        DocumentWords words = DocumentWords.For(document.Language);
        html.Append(CultureInfo.InvariantCulture, $"<section class=\"front\" id=\"{Anchors.Abstract}\">\n<h2>{Encode(words.Abstract)}</h2>\n");
        WriteBlocks(html, document.Abstract, null);
        if (document.Keywords.Count > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"keywords\"><strong>{Encode(words.Keywords + words.Colon)}</strong> {Encode(string.Join(", ", document.Keywords))}</p>\n");
        }

        if (document.Statement.Length > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<aside class=\"statement\"><p>{Encode(document.Statement)}</p></aside>\n");
        }

        html.Append("</section>\n");
    }

    private static void WriteAbbreviations(StringBuilder html, ThesisDocument document)
    {
        if (document.Abbreviations.Count == 0)
        {
            return;
        }

        html.Append(CultureInfo.InvariantCulture, $"<section class=\"front\" id=\"{Anchors.Abbreviations}\">\n<h2>{Encode(DocumentWords.For(document.Language).Abbreviations)}</h2>\n<dl>\n");
        foreach (Abbreviation abbreviation in document.Abbreviations)
        {
            html.Append(CultureInfo.InvariantCulture, $"<dt>{Encode(abbreviation.ShortForm)}</dt>\n<dd>{Encode(abbreviation.LongForm)}</dd>\n");
        }

        html.Append("</dl>\n</section>\n");
    }

    private static void WriteChapter(StringBuilder html, DocumentChapter chapter, IReadOnlyDictionary<string, ReadOnlyMemory<byte>>? images)
    {
        html.Append(CultureInfo.InvariantCulture, $"<section class=\"chapter\" id=\"{Anchors.Place(chapter.Id)}\">\n<h2><span class=\"number\">{chapter.Number}</span> {Encode(chapter.Title)}</h2>\n");
        WriteBlocks(html, chapter.Opening, null);
        foreach (DocumentSection section in chapter.Sections)
        {
            html.Append(CultureInfo.InvariantCulture, $"<section id=\"{Anchors.Place(section.Id)}\">\n<h3><span class=\"number\">{Encode(section.Number)}</span> {Encode(section.Title)}</h3>\n");
            WriteBlocks(html, section.Blocks, images);
            html.Append("</section>\n");
        }

        html.Append("</section>\n");
    }

    private static void WriteReferences(StringBuilder html, ThesisDocument document)
    {
        html.Append(CultureInfo.InvariantCulture, $"<section class=\"references\" id=\"{Anchors.References}\">\n<h2>{Encode(DocumentWords.For(document.Language).References)}</h2>\n");
        foreach (DocumentReference reference in document.References)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p id=\"{Anchors.Work(reference.Entry.Key)}\">{Line(reference.Text)}</p>\n");
        }

        html.Append("</section>\n");
    }

    private static void WriteBlocks(StringBuilder html, IReadOnlyList<Block> blocks, IReadOnlyDictionary<string, ReadOnlyMemory<byte>>? images)
    {
        foreach (Block block in blocks)
        {
            if (block.Kind == ParagraphKind.Text)
            {
                html.Append(CultureInfo.InvariantCulture, $"<p>{Line(block.Items[0])}</p>\n");
                continue;
            }

            if (block.Table is { } table)
            {
                WriteTable(html, block, table);
                continue;
            }

            if (block.Figure is { } figure)
            {
                HtmlFigure.Write(html, figure, Line(block.Items[0]), block.PlainText(), images);
                continue;
            }

            string list = block.Kind == ParagraphKind.Numbered ? "ol" : "ul";
            html.Append(CultureInfo.InvariantCulture, $"<{list}>\n");
            foreach (IReadOnlyList<Inline> item in block.Items)
            {
                html.Append(CultureInfo.InvariantCulture, $"<li>{Line(item)}</li>\n");
            }

            html.Append(CultureInfo.InvariantCulture, $"</{list}>\n");
        }
    }

    private static void WriteTable(StringBuilder html, Block block, TableData table)
    {
        html.Append(CultureInfo.InvariantCulture, $"<table>\n<caption>{Line(block.Items[0])}</caption>\n<thead>\n<tr>{string.Concat(table.Header.Select(cell => $"<th scope=\"col\">{Encode(cell)}</th>"))}</tr>\n</thead>\n<tbody>\n");
        foreach (IReadOnlyList<string> row in table.Rows)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr>{string.Concat(row.Select(cell => $"<td>{Encode(cell)}</td>"))}</tr>\n");
        }

        html.Append("</tbody>\n</table>\n");
    }

    private static string Line(IReadOnlyList<Inline> line) => string.Concat(line.Select(Write));

    private static string Write(Inline inline) => inline.Kind switch
    {
        InlineKind.Verbatim => VerbatimHtml.Of(inline.Text),
        InlineKind.Emphasis => $"<em>{Encode(inline.Text)}</em>",
        InlineKind.Citation => $"<a class=\"cite\" href=\"#{Anchors.Work(inline.Target!)}\">{Encode(inline.Text)}</a>",
        InlineKind.CrossReference => $"<a class=\"ref\" href=\"#{Anchors.Place(inline.Target!)}\">{Encode(inline.Text)}</a>",
        InlineKind.Unresolved => $"<mark>{Encode(inline.Text)}</mark>",
        InlineKind.Link => $"<a class=\"out\" href=\"{Encode(inline.Target ?? inline.Text)}\" rel=\"noreferrer\">{Encode(inline.Text)}</a>",
        _ => Encode(inline.Text),
    };

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    private static string ReadStyle()
    {
        using Stream stream = System.Reflection.Assembly.GetExecutingAssembly().GetManifestResourceStream("thesis.css")
            ?? throw new InvalidOperationException("The style sheet thesis.css is not embedded in the assembly.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
