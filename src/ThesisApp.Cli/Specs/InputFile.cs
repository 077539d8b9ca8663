using ThesisApp.Core.Sources;
using ThesisApp.Core.Sources.Images;
using ThesisApp.Core.Specification;

namespace ThesisApp.Cli.Specs;

/// <summary>A file of the spec's folder: its content, or what is wrong with it.</summary>
/// <param name="Content">The bytes, or null.</param>
/// <param name="Problem">What is wrong, or null.</param>
internal sealed record InputFile(ReadOnlyMemory<byte>? Content, SpecDiagnostic? Problem)
{
    /// <summary>Reads a source.</summary>
    /// <param name="root">The spec's folder.</param>
    /// <param name="name">Path relative to it.</param>
    public static InputFile ReadSource(string root, string name) => Read(root, name, content => SourceRules.Check(name, content.Span));

    /// <summary>Reads the bibliography.</summary>
    /// <param name="root">The spec's folder.</param>
    /// <param name="name">Path relative to it.</param>
    public static InputFile ReadBibliography(string root, string name) => Read(
        root,
        name,
        content => content.Span.Contains((byte)0) ? new SpecDiagnostic(name, 0, 0, "The bibliography is not text.", "Name a BibTeX file.") : null);

    /// <summary>Reads an image that a source shows.</summary>
    /// <param name="root">The spec's folder.</param>
    /// <param name="folder">The source's folder, which no link on the way may lead out of.</param>
    /// <param name="name">Path relative to the spec's folder.</param>
    public static InputFile ReadImage(string root, string folder, string name) =>
        Read(root, name, content => ImageRules.Check(name, content.Span), ImageRules.CheckSize, folder);

    private static InputFile Read(
        string root, string name, Func<ReadOnlyMemory<byte>, SpecDiagnostic?> check, Func<string, long, SpecDiagnostic?>? checkSize = null, string? folder = null)
    {
        var path = Path.Combine(root, name);
        try
        {
            if (!RealPath.IsInside(root, path) || (folder is not null && !RealPath.IsInside(folder, path)))
            {
                return Wrong(name, $"A symbolic link leads out of the {(folder is null ? "specification" : "source")}'s folder.", "Copy the file into the folder.");
            }

            if (Directory.Exists(path))
            {
                return Wrong(name, "This is a folder.", $"Name a file, or a pattern such as '{name.TrimEnd('/')}/*.md'.");
            }

            var file = new FileInfo(path);
            if (!file.Exists)
            {
                return Wrong(name, "There is no such file.", "Check the name; it is relative to the specification.");
            }

            // Sizes come first: a file of 200 MB is never read, nor is a pipe or a device (they have no length).
            if ((checkSize ?? SourceRules.CheckSize)(name, file.Length) is { } tooLarge)
            {
                return new InputFile(null, tooLarge);
            }

            ReadOnlyMemory<byte> content = File.ReadAllBytes(path);
            return check(content) is { } problem ? new InputFile(null, problem) : new InputFile(content, null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Wrong(name, $"It can't be read: {exception.Message}", "Check its permissions.");
        }
    }

    private static InputFile Wrong(string name, string message, string remedy) => new(null, new SpecDiagnostic(name, 0, 0, message, remedy));
}
