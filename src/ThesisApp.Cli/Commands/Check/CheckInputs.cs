using System.Text;
using ThesisApp.Cli.Errors;
using ThesisApp.Cli.Specs;
using ThesisApp.Core.Checks.Theses;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Sources;
using ThesisApp.Core.Specification;
using ThesisApp.Documents.Bibliographies;
using ThesisApp.Documents.Checking;
using ThesisApp.Documents.Sources;

namespace ThesisApp.Cli.Commands.Check;

/// <summary>Reads what <c>thesis check</c> is given.</summary>
internal static class CheckInputs
{
    private const long MaxBytes = 20L * 1024 * 1024;

    /// <summary>The thesis with all that is known of it.</summary>
    /// <exception cref="CliException">A file is missing or can't be read.</exception>
    public static CheckedThesis Read(string file, string? bibliography, string? sources, string? spec)
    {
        var markdown = Encoding.UTF8.GetString(Bytes(file, "the thesis")).TrimStart('\uFEFF');
        var named = bibliography ?? (ThesisReader.FrontMatter(markdown).Bibliography is { } own ? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, own) : null);
        var works = named is null ? null : BibTexReader.Read(Bytes(named, "the bibliography"));
        var thesis = ReadThesis(file, markdown, works);
        if (sources is not null)
        {
            thesis = thesis with { Sources = ReadSources(sources, works) };
        }

        return spec is null ? thesis : WithSpec(thesis, spec);
    }

    private static CheckedThesis ReadThesis(string file, string markdown, Bibliography? works)
    {
        try
        {
            return ThesisReader.Read(markdown, works);
        }
        catch (ArgumentException exception) when (exception.Message.Contains("nested", StringComparison.Ordinal))
        {
            throw new CliException(ExitCodes.BadInput, $"'{file}' is nested too deeply for Markdown.", "Remove the long runs of '>', '[' or '*'.");
        }
    }

    private static Dictionary<string, string> ReadSources(string folder, Bibliography? works)
    {
        if (!Directory.Exists(folder))
        {
            throw new CliException(ExitCodes.BadInput, $"There is no folder '{folder}'.", "Name the folder of the sources with --sources.");
        }

        Dictionary<string, string> texts = new(StringComparer.Ordinal);
        foreach (var path in FolderWalk.Files(folder, FolderWalk.MaxDepth).Where(path => SourceRules.Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase)).Order(StringComparer.Ordinal))
        {
            var key = (works is null ? null : SourceMatcher.FindKey(path, works)) ?? Path.GetFileNameWithoutExtension(path);
            try
            {
                var passages = SourceReader.Read(path, Bytes(path, "a source"), key).Passages;
                texts[key] = string.Join(' ', passages.Select(passage => passage.Text).Prepend(texts.GetValueOrDefault(key, string.Empty)));
            }
            catch (SourceFormatException exception)
            {
                throw new CliException(ExitCodes.BadInput, exception.Message, "Take it out of the folder, or name another with --sources.");
            }
        }

        return texts;
    }

    private static CheckedThesis WithSpec(CheckedThesis thesis, string path)
    {
        var file = Directory.Exists(path) ? Path.Combine(path, "thesis.yaml") : path;
        var read = SpecReader.Read(Encoding.UTF8.GetString(Bytes(file, "the specification")), Path.GetFileName(file));
        if (read.Spec is not { } spec)
        {
            throw new CliException(read.Diagnostics);
        }

        return thesis with
        {
            Language = thesis.Language ?? spec.Language,
            Questions = spec.ResearchQuestions,
            Expected = [.. OutlineBuilder.Build(spec).Sections.Select(section => new ExpectedSection(section.Number, section.Title, section.Words))],
        };
    }

    private static byte[] Bytes(string path, string what)
    {
        try
        {
            var info = new FileInfo(path);
            if (!info.Exists)
            {
                throw new CliException(ExitCodes.BadInput, $"There is no file '{path}'.", $"Name the file of {what}.");
            }

            return info.Length <= MaxBytes
                ? File.ReadAllBytes(path)
                : throw new CliException(ExitCodes.BadInput, $"'{path}' has {info.Length / (1024 * 1024)} MB; at most {MaxBytes / (1024 * 1024)} MB are read.", "Split it.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCodes.BadInput, $"'{path}' can't be read: {exception.Message}", "Check its permissions.");
        }
    }
}
