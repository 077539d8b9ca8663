using System.Globalization;
using System.Text;
using ThesisApp.Core.Documents;

namespace ThesisApp.Documents.Export;

/// <summary>Writes the thesis as Markdown: the whole, and each chapter by itself.</summary>
public static class MarkdownExporter
{
    /// <summary>Files by path: <c>thesis.md</c>, <c>chapters/ch1.md</c>, ..., <c>figures/figure-1.png</c>, ...</summary>
    /// <param name="document">The document.</param>
    /// <param name="images">The figures' bytes by hash; a figure without is a caption alone.</param>
    public static IReadOnlyDictionary<string, byte[]> Export(ThesisDocument document, IReadOnlyDictionary<string, ReadOnlyMemory<byte>>? images = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        SortedDictionary<string, byte[]> files = new(StringComparer.Ordinal) { ["thesis.md"] = Encoding.UTF8.GetBytes(WriteThesis(document, images is null ? null : string.Empty)) };
        foreach (DocumentChapter chapter in document.Chapters)
        {
            files[string.Create(CultureInfo.InvariantCulture, $"chapters/ch{chapter.Number}.md")] = Encoding.UTF8.GetBytes(WriteChapterFile(document, chapter, images is null ? null : "../"));
        }

        if (images is not null)
        {
            foreach (DocumentFigure figure in document.Figures())
            {
                files[figure.File] = images[figure.Data.Hash].ToArray();
            }
        }

        return files;
    }

    /// <summary>One chapter by itself, as its file has it; of its figures it has the captions, since the pictures would be files beside it.</summary>
    public static byte[] ExportChapter(ThesisDocument document, string chapterId)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Encoding.UTF8.GetBytes(WriteChapterFile(document, document.Chapters.Single(chapter => chapter.Id == chapterId), folder: null));
    }

    private static string WriteThesis(ThesisDocument document, string? folder)
    {
        MarkdownText text = new(document, whole: true, folder);
        text.Heading(1, document.Title, null);
        if (document.TitlePage.Count > 0)
        {
            text.Lines(document.TitlePage);
        }

        DocumentWords words = DocumentWords.For(document.Language);
        text.Heading(2, words.Abstract, Anchors.Abstract);
        text.Blocks(document.Abstract);
        if (document.Keywords.Count > 0)
        {
            text.Labelled(words.Keywords, string.Join(", ", document.Keywords));
        }

        text.Quote(document.Statement);
        text.Contents();
        text.Abbreviations(document.Abbreviations);
        foreach (DocumentChapter chapter in document.Chapters)
        {
            text.Chapter(chapter, level: 2);
        }

        text.References(document.References, level: 2);
        return text.ToString();
    }

    private static string WriteChapterFile(ThesisDocument document, DocumentChapter chapter, string? folder)
    {
        MarkdownText text = new(document, whole: false, folder);
        text.Chapter(chapter, level: 1);
        HashSet<string> cited = chapter.Sections.SelectMany(section => section.Blocks).Concat(chapter.Opening)
            .SelectMany(block => block.Items).SelectMany(item => item)
            .Where(inline => inline.Kind == InlineKind.Citation)
            .Select(inline => inline.Target!)
            .ToHashSet(StringComparer.Ordinal);
        text.References([.. document.References.Where(reference => cited.Contains(reference.Entry.Key))], level: 2);
        return text.ToString();
    }
}
