using System.Text;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using ThesisApp.Core.Sources;

namespace ThesisApp.Documents.Sources;

/// <summary>Takes the running text, the tables and the images that are paragraphs of their own out of Markdown; code, HTML and pictures within a text are left out.</summary>
internal static class MarkdownText
{
    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().UseYamlFrontMatter().UsePipeTables().UseFootnotes().UseEmphasisExtras().Build();

    public static SourceText Parse(string text)
    {
        List<SourceParagraph> paragraphs = [];
        string? title = null;
        string? heading = null;
        foreach (Block block in Walk(Markdown.Parse(LongBlocks.Cut(text), Pipeline)))
        {
            switch (block)
            {
                case HeadingBlock head:
                    heading = Fold(PlainOf(head.Inline));
                    title ??= heading.Length > 0 ? heading : null;
                    break;
                case Table table when SourceTables.Read(table, leaf => Fold(PlainOf(leaf.Inline))) is { } data:
                    AddTable(paragraphs, heading ?? title, heading, data);
                    break;
                case ParagraphBlock paragraph when SourceFigures.Of(paragraph, inline => Fold(PlainOf(inline))) is { } image:
                    AddImage(paragraphs, heading ?? title, heading, image);
                    break;
                case ParagraphBlock paragraph when Fold(PlainOf(paragraph.Inline)) is { Length: > 0 } plain:
                    AddText(paragraphs, heading, plain);
                    break;
            }
        }

        return new SourceText(title, paragraphs);
    }

    // A caption above it names a table, else its heading does.
    private static void AddTable(List<SourceParagraph> paragraphs, string? name, string? heading, TableData data)
    {
        string? caption = paragraphs is [.., { Table: null } before] && before.Heading == heading ? SourceTables.Caption(before.Text) : null;
        if (caption is not null)
        {
            paragraphs.RemoveAt(paragraphs.Count - 1);
        }

        if ((caption ?? name)?.TrimEnd('.', ':', ' ') is { Length: > 0 } text && text.IndexOfAny(['{', '}']) < 0)
        {
            paragraphs.Add(new SourceParagraph(heading, null, text) { Table = data });
        }
    }

    // Named by a caption above it, by one below it (AddText), by its own words, or by its heading.
    private static void AddImage(List<SourceParagraph> paragraphs, string? name, string? heading, SourceImage image)
    {
        string? caption = paragraphs is [.., { Table: null, Image: null } before] && before.Heading == heading ? SourceFigures.Caption(before.Text) : null;
        if (caption is not null)
        {
            paragraphs.RemoveAt(paragraphs.Count - 1);
        }

        string own = caption ?? image.Alt;
        paragraphs.Add(new SourceParagraph(heading, null, SourceFigures.Tidy(own) is null ? name ?? string.Empty : own) { Image = image });
    }

    private static void AddText(List<SourceParagraph> paragraphs, string? heading, string plain)
    {
        if (paragraphs is [.., { Image: not null } figure] && figure.Heading == heading && SourceFigures.Caption(plain) is { } caption && SourceFigures.Tidy(caption) is not null)
        {
            paragraphs[^1] = figure with { Text = caption };
            return;
        }

        paragraphs.Add(new SourceParagraph(heading, null, plain));
    }

    private static IEnumerable<Block> Walk(ContainerBlock container)
    {
        foreach (Block block in container)
        {
            switch (block)
            {
                case Table:
                    yield return block;
                    break;
                case YamlFrontMatterBlock or CodeBlock or HtmlBlock or LinkReferenceDefinitionGroup or Markdig.Extensions.Footnotes.FootnoteGroup:
                    break;
                case ContainerBlock inner:
                    foreach (Block nested in Walk(inner))
                    {
                        yield return nested;
                    }

                    break;
                default:
                    yield return block;
                    break;
            }
        }
    }

    private static string PlainOf(ContainerInline? container)
    {
        StringBuilder plain = new();
        Append(container, plain);
        return plain.ToString();
    }

    private static void Append(ContainerInline? container, StringBuilder plain)
    {
        for (Markdig.Syntax.Inlines.Inline? inline = container?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    plain.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    plain.Append(code.Content);
                    break;
                case HtmlEntityInline entity:
                    plain.Append(entity.Transcoded.AsSpan());
                    break;
                case AutolinkInline link:
                    plain.Append(link.Url);
                    break;
                case LineBreakInline:
                    plain.Append(' ');
                    break;
                case LinkInline { IsImage: true } or HtmlInline:
                    break;
                case ContainerInline inner:
                    Append(inner, plain);
                    break;
            }
        }
    }

    private static string Fold(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
