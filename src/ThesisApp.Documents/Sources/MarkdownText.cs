using System.Text;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using ThesisApp.Core.Sources;

namespace ThesisApp.Documents.Sources;

/// <summary>Takes the running text and the tables out of Markdown; code, HTML and pictures are left out.</summary>
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
                case ParagraphBlock paragraph when Fold(PlainOf(paragraph.Inline)) is { Length: > 0 } plain:
                    paragraphs.Add(new SourceParagraph(heading, null, plain));
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
