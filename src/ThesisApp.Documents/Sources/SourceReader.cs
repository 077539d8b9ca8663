using ThesisApp.Core.Sources;

namespace ThesisApp.Documents.Sources;

/// <summary>Reads a source file into passages.</summary>
public static class SourceReader
{
    /// <summary>Reads Markdown or plain text.</summary>
    /// <param name="fileName">Path relative to the specification; its extension says what it is.</param>
    /// <param name="content">The file's bytes.</param>
    /// <param name="sourceId">What passages and citations call it.</param>
    /// <exception cref="SourceFormatException">Nothing readable is in it.</exception>
    public static SourceDocument Read(string fileName, ReadOnlyMemory<byte> content, string sourceId)
    {
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        List<string> warnings = [];
        string text = TextDecoder.Decode(content.Span, warnings);
        bool markdown = Path.GetExtension(fileName).ToLowerInvariant() is ".md" or ".markdown";
        SourceText parsed = markdown ? ParseMarkdown(fileName, text) : PlainText.Parse(text);

        IReadOnlyList<Passage> passages = PassageBuilder.Build(sourceId, parsed.Paragraphs);
        if (passages.Count == 0)
        {
            throw new SourceFormatException($"The source '{fileName}' holds no sentence that could be cited. Remove it from 'sources', or check that it is prose.");
        }

        return new SourceDocument(sourceId, fileName, parsed.Title ?? Path.GetFileNameWithoutExtension(fileName), passages, warnings);
    }

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
