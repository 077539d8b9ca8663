using ThesisApp.Core.Sources;
using ThesisApp.Core.Sources.Images;
using ThesisApp.Core.Specification;

namespace ThesisApp.Orchestrator.Submissions;

/// <summary>Checks the images of a submission. A client that leaves out what is wrong with them is no reason to take what is.</summary>
internal static class SubmittedImages
{
    /// <summary>Every mistake.</summary>
    public static IEnumerable<SpecDiagnostic> Check(Submission submission)
    {
        long bytes = submission.Images.Sum(image => (long)image.Content.Length);
        if (submission.Images.Count > ImageRules.MaxCount || bytes > ImageRules.MaxTotalBytes)
        {
            yield return new SpecDiagnostic(
                "images", 0, 0,
                $"There are {submission.Images.Count} images with {bytes / (1024.0 * 1024):F0} MB.",
                $"At most {ImageRules.MaxCount} images with {ImageRules.MaxTotalBytes / (1024 * 1024)} MB are allowed.");
        }

        string[] folders = [.. submission.Sources.Select(source => source.Path[..(source.Path.LastIndexOf('/') + 1)]).Distinct(StringComparer.Ordinal)];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach ((string path, byte[] content) in submission.Images)
        {
            if (!seen.Add(path))
            {
                yield return new SpecDiagnostic(path, 0, 0, "The image was sent twice.", "Send each image once.");
            }
            else if ((SourceRules.CheckPath(path) ?? ImageRules.Check(path, content)) is { } mistake)
            {
                yield return mistake;
            }
            else if (!folders.Any(folder => path.StartsWith(folder, StringComparison.Ordinal)))
            {
                yield return new SpecDiagnostic(path, 0, 0, "The image does not stand below a source's folder.", "Put it there, or do not send it.");
            }
        }
    }
}
