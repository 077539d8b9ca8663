using ThesisApp.Core.Specification;

namespace ThesisApp.Core.Sources.Images;

/// <summary>What a picture beside a source must be to stand in a thesis.</summary>
public static class ImageRules
{
    /// <summary>Largest picture, in bytes.</summary>
    public const long MaxBytes = 2L * 1024 * 1024;

    /// <summary>Largest sum of all pictures of a run, in bytes.</summary>
    public const long MaxTotalBytes = 20L * 1024 * 1024;

    /// <summary>Most pictures of a run.</summary>
    public const int MaxCount = 200;

    // A picture of a few kilobytes may ask a reader's browser for gigabytes.
    private const long MaxPixels = 64L * 1024 * 1024;

    private const string Convert = "Save it as PNG, JPEG, GIF or WebP.";

    /// <summary>Checks a size, so that a file that is too large need not be read.</summary>
    /// <returns>What is wrong, or null.</returns>
    public static SpecDiagnostic? CheckSize(string path, long bytes) => bytes switch
    {
        0 => new SpecDiagnostic(path, 0, 0, "The image is empty.", "Put the picture there."),
        > MaxBytes => new SpecDiagnostic(path, 0, 0, $"The image has {bytes / (1024.0 * 1024):F1} MB; at most {MaxBytes / (1024 * 1024)} MB are taken.", "Make it smaller."),
        _ => null,
    };

    /// <summary>Checks a picture's bytes. Its name says nothing of what it is.</summary>
    /// <returns>What is wrong, or null.</returns>
    public static SpecDiagnostic? Check(string path, ReadOnlySpan<byte> content)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (CheckSize(path, content.Length) is { } size)
        {
            return size;
        }

        if (ImageReader.Read(content) is { } image)
        {
            return (long)image.Width * image.Height <= MaxPixels
                ? null
                : new SpecDiagnostic(path, 0, 0, $"The image has {image.Width} by {image.Height} pixels; at most {MaxPixels / (1024 * 1024)} million are taken.", "Make it smaller.");
        }

        return path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase) || content.TrimStart("\uFEFF \t\r\n"u8).StartsWith("<"u8)
            ? new SpecDiagnostic(path, 0, 0, "SVG is not taken: it may hold scripts, which would run where the file is opened.", Convert)
            : new SpecDiagnostic(path, 0, 0, "It is no image of a known kind, or not all of one.", Convert);
    }
}
