using System.Globalization;
using System.Text;
using ThesisApp.Core.Sources;
using ThesisApp.Core.Specification;

namespace ThesisApp.Cli.Specs;

/// <summary>Reads a specification with all files that it refers to, and finds every mistake at once.</summary>
internal sealed class SpecFolder(string path)
{
    private const string DefaultName = "thesis.yaml";

    private readonly List<SpecDiagnostic> _diagnostics = [];
    private readonly SortedDictionary<string, ReadOnlyMemory<byte>> _sources = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly string _file = Directory.Exists(path) ? Path.Combine(path, DefaultName) : path;

    private string Root => Path.GetDirectoryName(Path.GetFullPath(_file))!;

    /// <summary>Reads everything.</summary>
    public SpecLoadResult Load()
    {
        if (ReadSpec() is not { } bytes || Decode(bytes) is not { } yaml)
        {
            return new SpecLoadResult(null, _diagnostics);
        }

        var spec = SpecReader.Read(yaml, _file);
        _diagnostics.AddRange(spec.Diagnostics);
        // Also where the specification has mistakes: the user learns of them all at once.
        var lines = SpecLines.Read(yaml);
        foreach (var reference in lines.Sources.Where(HasGoodPath))
        {
            AddSources(reference);
        }

        var bibliography = lines.Bibliography is { } file && HasGoodPath(file) ? ReadBibliography(file) : null;
        CheckTotals(lines);
        var images = _diagnostics.Count == 0 ? SourceImages.Of(Root, _sources) : null;
        return images is not null && spec.Spec is { } right
            ? new SpecLoadResult(new SpecBundle(right, bytes, _sources, bibliography) { Images = images.Files, Notices = images.Notices }, [])
            : new SpecLoadResult(null, [.. _diagnostics.OrderBy(diagnostic => diagnostic.Line).ThenBy(diagnostic => diagnostic.Column)]);
    }

    /// <summary>False for paths that leave the folder; the reader of the specification has reported them.</summary>
    private static bool HasGoodPath(SpecReference reference) => SourceRules.CheckPath(reference.Text) is null;

    private ReadOnlyMemory<byte>? ReadSpec()
    {
        try
        {
            var info = new FileInfo(_file);
            if (!info.Exists)
            {
                Report(null, "There is no such file.", "Check the path, or write a new specification with 'thesis init'.");
            }
            else if (info.Length == 0)
            {
                // A pipe or a device has no length either, and could be read for ever.
                Report(null, "The specification is empty.", "Run 'thesis init' for one to start from.");
            }
            else if (info.Length > SpecReader.MaxBytes)
            {
                Report(null, "The specification is larger than 1 MB.", "Put texts into source files and name those under 'sources'.");
            }
            else
            {
                return File.ReadAllBytes(_file);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Report(null, $"The specification can't be read: {exception.Message}", "Check its permissions.");
        }

        return null;
    }

    private string? Decode(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes.Span).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            Report(null, "The specification is not UTF-8 text.", "Save it as UTF-8.");
            return null;
        }
    }

    private void AddSources(SpecReference reference)
    {
        var pattern = new SourcePattern(reference.Text);
        if (!pattern.IsGlob)
        {
            AddSource(reference, pattern.Text);
        }
        else if (!RealPath.IsInside(Root, Path.Combine(Root, pattern.FixedPrefix)))
        {
            Report(reference, $"{reference.Text}: A symbolic link leads out of the specification's folder.", "Copy the files into the folder.");
        }
        else if (pattern.Match(Root) is { Count: > 0 } matches)
        {
            foreach (var match in matches)
            {
                AddSource(reference, match);
            }
        }
        else
        {
            Report(reference, $"{reference.Text}: No file matches this pattern.", $"Put files there, or correct the pattern; it is relative to '{Root}'.");
        }
    }

    private void AddSource(SpecReference reference, string name)
    {
        // Beyond the largest number nothing is read; CheckTotals reports it. A file that two patterns match is one source.
        if (!_seen.Add(name) || _seen.Count > SourceRules.MaxCount)
        {
            return;
        }

        if (Take(reference, name, InputFile.ReadSource(Root, name)) is { } content)
        {
            _sources[name] = content;
        }
    }

    private ReadOnlyMemory<byte>? ReadBibliography(SpecReference reference) => Take(reference, reference.Text, InputFile.ReadBibliography(Root, reference.Text));

    private ReadOnlyMemory<byte>? Take(SpecReference reference, string name, InputFile file)
    {
        if (file.Problem is { } problem)
        {
            Report(reference, $"{name}: {problem.Message}", problem.Remedy);
        }

        return file.Content;
    }

    private void CheckTotals(SpecLines lines)
    {
        if (_seen.Count > SourceRules.MaxCount)
        {
            Report(lines.Sources[0], $"There are {_seen.Count} sources; at most {SourceRules.MaxCount} are allowed.", "Narrow the patterns, or join small files.");
        }

        var total = _sources.Values.Sum(source => (long)source.Length);
        if (total > SourceRules.MaxTotalBytes)
        {
            Report(
                lines.Sources[0],
                string.Create(CultureInfo.InvariantCulture, $"The sources have {total / 1048576.0:F0} MB together; at most {SourceRules.MaxTotalBytes / 1048576} MB are allowed."),
                "Keep those that matter.");
        }
    }

    private void Report(SpecReference? reference, string message, string remedy) =>
        _diagnostics.Add(new SpecDiagnostic(_file, reference?.Line ?? 0, reference?.Column ?? 0, message, remedy));
}
