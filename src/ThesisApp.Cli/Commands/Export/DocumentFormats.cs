using ThesisApp.Contracts.Documents;

namespace ThesisApp.Cli.Commands.Export;

/// <summary>The names under which a user asks for documents, with the file names that they stand for.</summary>
internal static class DocumentFormats
{
    private static readonly Dictionary<string, string[]> Extensions = new(StringComparer.Ordinal)
    {
        ["markdown"] = [".md", ".png", ".jpg", ".gif", ".webp"],
        ["html"] = [".html"],
        ["bibtex"] = [".bib"],
        ["report"] = [".json"],
        ["docx"] = [".docx"],
        ["pdf"] = [".pdf"],
        ["latex"] = [".tex"],
    };

    /// <summary>All names, in ordinal order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Extensions.Keys.Order(StringComparer.Ordinal)];

    /// <summary>True if the document is of one of the formats, or if none is given.</summary>
    public static bool Includes(IReadOnlyCollection<string> formats, DocumentInfo document) =>
        formats.Count == 0 || formats.Any(format => Extensions[format].Any(extension => document.Name.EndsWith(extension, StringComparison.Ordinal)));
}
