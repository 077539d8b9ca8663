using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using ThesisApp.Core.Checks.Theses;
using ThesisApp.Core.Sources;
using ThesisApp.Documents.Export;

namespace ThesisApp.Documents.Checking;

/// <summary>Reads a thesis in Markdown for the checks: Pandoc's citations, or links to a list of references as our own export has them.</summary>
public static class ThesisReader
{
    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().UseYamlFrontMatter().UsePipeTables().UseGridTables().UseFootnotes().UseEmphasisExtras().UseGenericAttributes().Build();

    /// <summary>What the file's front matter says.</summary>
    public static ThesisFrontMatter FrontMatter(string markdown)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        return FrontMatterReader.Read(markdown);
    }

    /// <summary>Reads a thesis.</summary>
    /// <param name="markdown">The file's text.</param>
    /// <param name="bibliography">The works that may be cited, or null where only the text's own list of references says so.</param>
    public static CheckedThesis Read(string markdown, Bibliography? bibliography)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        Dictionary<string, string> keys = (bibliography?.Entries ?? []).DistinctBy(entry => entry.Key).ToDictionary(entry => Anchors.Work(entry.Key), entry => entry.Key, StringComparer.Ordinal);
        SectionCollector sections = new(keys);
        MarkdownDocument document = Markdown.Parse(markdown, Pipeline);
        foreach (Block block in document)
        {
            Collect(block, sections, ParagraphForm.Text);
        }

        ThesisFrontMatter front = FrontMatterReader.Read(markdown);
        return sections.Finish(front, bibliography);
    }

    private static void Collect(Block block, SectionCollector sections, ParagraphForm form)
    {
        switch (block)
        {
            case YamlFrontMatterBlock or LinkReferenceDefinitionGroup or FencedCodeBlock or CodeBlock:
                break;
            case HeadingBlock heading:
                sections.StartSection(heading, heading.TryGetAttributes()?.Id);
                break;
            case HtmlBlock html:
                sections.AddAnchors(CheckedLine.AnchorsIn(html.Lines.ToString()));
                break;
            case ParagraphBlock paragraph:
                sections.AddParagraph(paragraph, form);
                break;
            case Table or FootnoteGroup:
                foreach (LeafBlock leaf in ((ContainerBlock)block).Descendants().OfType<LeafBlock>())
                {
                    sections.AddCitationsOf(leaf);
                }

                break;
            case QuoteBlock quote:
                CollectAll(quote, sections, ParagraphForm.Quotation);
                break;
            case ListItemBlock item:
                CollectAll(item, sections, ParagraphForm.Item);
                break;
            case ContainerBlock container:
                CollectAll(container, sections, form);
                break;
        }
    }

    private static void CollectAll(ContainerBlock container, SectionCollector sections, ParagraphForm form)
    {
        foreach (Block block in container)
        {
            Collect(block, sections, form);
        }
    }
}
