using System.Text;
using ThesisApp.Core.Specification;

namespace ThesisApp.Core.Sources;

/// <summary>What a source file must be, checked before anything is started.</summary>
public static class SourceRules
{
    /// <summary>Largest source, in bytes.</summary>
    public const long MaxBytes = 20L * 1024 * 1024;

    /// <summary>Largest sum of all sources, in bytes.</summary>
    public const long MaxTotalBytes = 200L * 1024 * 1024;

    /// <summary>Most sources of a run.</summary>
    public const int MaxCount = 2_000;

    /// <summary>Extensions of files that can be read.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [".md", ".markdown", ".txt"];

    /// <summary>Checks a path or glob: relative to the specification and inside its folder.</summary>
    /// <returns>What is wrong, or null.</returns>
    public static SpecDiagnostic? CheckPath(string relativePath)
    {
        ArgumentNullException.ThrowIfNull(relativePath);
        bool leaves = relativePath.Length == 0
            || relativePath.StartsWith('/')
            || relativePath.StartsWith('~')
            || relativePath.Contains('\\', StringComparison.Ordinal)
            || relativePath.Contains(':', StringComparison.Ordinal)
            || relativePath.Any(char.IsControl)
            || relativePath.Split('/').Any(part => part is "..");
        return leaves
            ? new SpecDiagnostic(relativePath, 0, 0, $"The path '{relativePath}' does not stay inside the specification's folder.", "Use a path relative to the specification, with forward slashes and without '..'.")
            : null;
    }

    /// <summary>Checks a size, so that a file that is too large need not be read.</summary>
    /// <returns>What is wrong, or null.</returns>
    public static SpecDiagnostic? CheckSize(string fileName, long bytes) => bytes switch
    {
        0 => new SpecDiagnostic(fileName, 0, 0, "The source is empty.", "Remove it from 'sources', or put text into it."),
        > MaxBytes => new SpecDiagnostic(fileName, 0, 0, $"The source has {bytes / (1024.0 * 1024):F0} MB; at most {MaxBytes / (1024 * 1024)} MB are allowed.", "Split it, or keep the chapters that matter."),
        _ => null,
    };

    /// <summary>Checks a file's content.</summary>
    /// <returns>What is wrong, or null.</returns>
    public static SpecDiagnostic? Check(string fileName, ReadOnlySpan<byte> content)
    {
        if (!Extensions.Contains(Path.GetExtension(fileName), StringComparer.OrdinalIgnoreCase))
        {
            return new SpecDiagnostic(fileName, 0, 0, $"Files of type '{Path.GetExtension(fileName)}' cannot be read.", $"Convert it to one of {string.Join(", ", Extensions)}.");
        }

        if (CheckSize(fileName, content.Length) is { } size)
        {
            return size;
        }

        if (IsBinary(content))
        {
            return new SpecDiagnostic(fileName, 0, 0, "The source is not text.", "Save it as UTF-8 text; a PDF or Word file with another extension cannot be read.");
        }

        return content.IndexOfAnyExcept(" \t\r\n\uFEFF"u8) < 0
            ? new SpecDiagnostic(fileName, 0, 0, "The source holds nothing but white space.", "Remove it from 'sources', or put text into it.")
            : null;
    }

    // Text in UTF-16 has zero bytes too, but says so with a byte order mark.
    private static bool IsBinary(ReadOnlySpan<byte> content)
    {
        bool utf16 = content.StartsWith(Encoding.Unicode.Preamble) || content.StartsWith(Encoding.BigEndianUnicode.Preamble);
        if (utf16)
        {
            return false;
        }

        ReadOnlySpan<byte> head = content[..Math.Min(content.Length, 64 * 1024)];
        if (head.Contains((byte)0))
        {
            return true;
        }

        int controls = 0;
        foreach (byte b in head)
        {
            controls += b < 32 && b is not (9 or 10 or 12 or 13) ? 1 : 0;
        }

        return controls > head.Length / 20;
    }
}
