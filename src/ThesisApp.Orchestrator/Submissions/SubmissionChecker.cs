using System.Text;
using Microsoft.Extensions.FileSystemGlobbing;
using ThesisApp.Core.Sources;
using ThesisApp.Core.Specification;

namespace ThesisApp.Orchestrator.Submissions;

/// <summary>Finds every mistake of a submission before anything is stored or started.</summary>
internal static class SubmissionChecker
{
    private const string SpecFile = "thesis.yaml";

    /// <summary>Checks the specification, every source, and that they fit each other.</summary>
    public static (ThesisSpec? Spec, IReadOnlyList<SpecDiagnostic> Mistakes) Check(Submission submission)
    {
        if (Decode(submission.Spec) is not { } yaml)
        {
            return (null, [new SpecDiagnostic(SpecFile, 0, 0, "The specification is not UTF-8 text.", "Save it as UTF-8.")]);
        }

        SpecReadResult read = SpecReader.Read(yaml, SpecFile);
        List<SpecDiagnostic> mistakes = [.. read.Diagnostics, .. CheckSources(submission.Sources), .. SubmittedImages.Check(submission)];
        if (read.Spec is { } spec)
        {
            mistakes.AddRange(CheckFit(spec, read, submission));
        }

        return (mistakes.Count == 0 ? read.Spec : null, mistakes);
    }

    private static IEnumerable<SpecDiagnostic> CheckSources(IReadOnlyList<(string Path, byte[] Content)> sources)
    {
        if (sources.Count > SourceRules.MaxCount || sources.Sum(source => (long)source.Content.Length) > SourceRules.MaxTotalBytes)
        {
            yield return new SpecDiagnostic(
                SpecFile, 0, 0,
                $"There are {sources.Count} sources with {sources.Sum(source => (long)source.Content.Length) / (1024.0 * 1024):F0} MB.",
                $"At most {SourceRules.MaxCount} sources with {SourceRules.MaxTotalBytes / (1024 * 1024)} MB are allowed.");
        }

        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach ((string path, byte[] content) in sources)
        {
            if (!seen.Add(path))
            {
                yield return new SpecDiagnostic(path, 0, 0, "The source was sent twice.", "Send each source once.");
            }
            else if ((SourceRules.CheckPath(path) ?? SourceRules.Check(path, content)) is { } mistake)
            {
                yield return mistake;
            }
        }
    }

    private static IEnumerable<SpecDiagnostic> CheckFit(ThesisSpec spec, SpecReadResult read, Submission submission)
    {
        string[] paths = [.. submission.Sources.Select(source => source.Path)];
        HashSet<string> named = new(StringComparer.Ordinal);
        for (int i = 0; i < spec.Sources.Count; i++)
        {
            string[] matches = [.. new Matcher(StringComparison.Ordinal).AddInclude(spec.Sources[i]).Match(paths).Files.Select(match => match.Path)];
            named.UnionWith(matches);
            if (matches.Length == 0)
            {
                yield return new SpecDiagnostic(SpecFile, read.SourceLines[i], 1, $"No source was sent for '{spec.Sources[i]}'.", "Send it, or remove the entry.");
            }
        }

        foreach (string path in paths.Where(path => !named.Contains(path)))
        {
            yield return new SpecDiagnostic(path, 0, 0, "The specification does not name this source.", "Name it under 'sources', or do not send it.");
        }

        if (spec.Bibliography is { } bibliography && submission.Bibliography is null)
        {
            yield return new SpecDiagnostic(SpecFile, read.BibliographyLine, 1, $"The bibliography '{bibliography}' was not sent.", "Send it, or remove the entry.");
        }

        if (submission.Bibliography is { } content && Decode(content) is null && content.AsSpan().Contains((byte)0))
        {
            yield return new SpecDiagnostic(spec.Bibliography ?? "bibliography", 0, 0, "The bibliography is not text.", "Send a BibTeX file.");
        }
    }

    private static string? Decode(byte[] content)
    {
        try
        {
            UTF8Encoding strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
            return strict.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
