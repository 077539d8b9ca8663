using ThesisApp.Core.Sources.Images;
using ThesisApp.Core.Specification;
using ThesisApp.Documents.Sources;

namespace ThesisApp.Cli.Specs;

/// <summary>The images that Markdown sources show as figures. One that cannot be had is left out and told of: it keeps no thesis from being written.</summary>
/// <param name="Files">Their bytes by path relative to the spec.</param>
/// <param name="Notices">What was left out, and why.</param>
internal sealed record SourceImages(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Files, IReadOnlyList<SpecDiagnostic> Notices)
{
    /// <summary>Finds and reads them.</summary>
    /// <param name="root">The spec's folder.</param>
    /// <param name="sources">The sources by path relative to it.</param>
    public static SourceImages Of(string root, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> sources)
    {
        SortedDictionary<string, ReadOnlyMemory<byte>> files = new(StringComparer.Ordinal);
        List<SpecDiagnostic> notices = [];
        var left = ImageRules.MaxTotalBytes;
        foreach (var (source, content) in sources)
        {
            foreach (var image in SourceReader.ImagesOf(source, content))
            {
                if (image.Path is not { } name)
                {
                    notices.Add(new SpecDiagnostic(source, 0, 0, $"The image '{ImagePath.Shown(image.Address)}' is left out:", $"{image.Problem}."));
                }
                else if (!files.ContainsKey(name) && Read(root, source, name, files.Count, left, notices) is { } bytes)
                {
                    files[name] = bytes;
                    left -= bytes.Length;
                }
            }
        }

        return new SourceImages(files, notices);
    }

    private static ReadOnlyMemory<byte>? Read(string root, string source, string name, int count, long left, List<SpecDiagnostic> notices)
    {
        var file = count < ImageRules.MaxCount
            ? InputFile.ReadImage(root, Path.Combine(root, Path.GetDirectoryName(source) ?? string.Empty), name)
            : new InputFile(null, new SpecDiagnostic(name, 0, 0, $"A run takes at most {ImageRules.MaxCount} images.", "Take out those that do not matter."));
        if (file.Content is { } content && content.Length > left)
        {
            file = new InputFile(null, new SpecDiagnostic(name, 0, 0, $"A run takes at most {ImageRules.MaxTotalBytes / (1024 * 1024)} MB of images.", "Make them smaller, or take out those that do not matter."));
        }

        if (file.Problem is { } problem)
        {
            notices.Add(new SpecDiagnostic(source, 0, 0, $"The image '{name}' is left out: {problem.Message}", problem.Remedy));
        }

        return file.Content;
    }
}
