using ThesisApp.Core.Sources;
using ThesisApp.Core.Sources.Images;

namespace ThesisApp.Documents.Sources;

/// <summary>Reads a source file into passages.</summary>
public static class SourceReader
{
    private static readonly Dictionary<string, ReadOnlyMemory<byte>> NoImages = [];

    /// <summary>Reads Markdown or plain text.</summary>
    /// <param name="fileName">Path relative to the specification; its extension says what it is.</param>
    /// <param name="content">The file's bytes.</param>
    /// <param name="sourceId">What passages and citations call it.</param>
    /// <param name="images">The images that were sent with it, by path relative to the specification; null for none.</param>
    /// <exception cref="SourceFormatException">Nothing readable is in it.</exception>
    public static SourceDocument Read(string fileName, ReadOnlyMemory<byte> content, string sourceId, IReadOnlyDictionary<string, ReadOnlyMemory<byte>>? images = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        List<string> warnings = [];
        string text = TextDecoder.Decode(content.Span, warnings);
        SourceText parsed = IsMarkdown(fileName) ? ParseMarkdown(fileName, text) : PlainText.Parse(text);

        IReadOnlyList<Passage> passages = PassageBuilder.Build(sourceId, SourceFigures.Take(fileName, parsed.Paragraphs, images ?? NoImages, warnings));
        if (!passages.Any(passage => passage.Figure is null))
        {
            throw new SourceFormatException($"The source '{fileName}' holds no sentence that could be cited. Remove it from 'sources', or check that it is prose.");
        }

        return new SourceDocument(sourceId, fileName, parsed.Title ?? Path.GetFileNameWithoutExtension(fileName), passages, warnings);
    }

    /// <summary>The images that a source shows as figures, in its order.</summary>
    /// <param name="fileName">Path relative to the specification.</param>
    /// <param name="content">The file's bytes.</param>
    public static IReadOnlyList<ImagePath> ImagesOf(string fileName, ReadOnlyMemory<byte> content)
    {
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        try
        {
            return IsMarkdown(fileName) && TextDecoder.Decode(content.Span, []) is var text && text.Contains("![", StringComparison.Ordinal)
                ? SourceFigures.Paths(fileName, ParseMarkdown(fileName, text).Paragraphs)
                : [];
        }
        catch (SourceFormatException)
        {
            // Told where the source itself is read.
            return [];
        }
    }

    private static bool IsMarkdown(string fileName) => Path.GetExtension(fileName).ToLowerInvariant() is ".md" or ".markdown";

    private static SourceText ParseMarkdown(string fileName, string text)
    {
        try
        {
            return MarkdownText.Parse(text);
        }
        catch (ArgumentException exception) when (exception.Message.Contains("nested", StringComparison.Ordinal))
        {
            throw new SourceFormatException($"The source '{fileName}' is nested too deeply for Markdown. Remove the long runs of '>', '[' or '*', or save it as .txt.");
        }
    }
}
