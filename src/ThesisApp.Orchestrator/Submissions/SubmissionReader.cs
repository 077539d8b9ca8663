using ThesisApp.Contracts;
using ThesisApp.Core.Specification;

namespace ThesisApp.Orchestrator.Submissions;

/// <summary>Reads a submission from a multipart form.</summary>
internal static class SubmissionReader
{
    /// <summary>Reads the form; the mistake is what makes it none.</summary>
    public static async Task<(Submission? Submission, SpecDiagnostic? Mistake)> ReadAsync(IFormFileCollection files, CancellationToken cancellationToken)
    {
        byte[]? spec = null;
        byte[]? bibliography = null;
        List<(string Path, byte[] Content)> sources = [];
        List<(string Path, byte[] Content)> images = [];
        foreach (IFormFile file in files)
        {
            switch (file.Name)
            {
                case ApiRoutes.SpecField when spec is null:
                    spec = await ReadAsync(file, cancellationToken);
                    break;
                case ApiRoutes.BibliographyField when bibliography is null:
                    bibliography = await ReadAsync(file, cancellationToken);
                    break;
                case ApiRoutes.SourcesField:
                    sources.Add((file.FileName, await ReadAsync(file, cancellationToken)));
                    break;
                case ApiRoutes.ImagesField:
                    images.Add((file.FileName, await ReadAsync(file, cancellationToken)));
                    break;
                default:
                    return (null, Mistake(file.Name, $"The field '{file.Name}' is unknown or stands twice.", $"Send '{ApiRoutes.SpecField}' once, '{ApiRoutes.SourcesField}' for each source, '{ApiRoutes.ImagesField}' for each image of a source, '{ApiRoutes.BibliographyField}' at most once."));
            }
        }

        return spec is null
            ? (null, Mistake(ApiRoutes.SpecField, "The form has no specification.", $"Send thesis.yaml as a file in the field '{ApiRoutes.SpecField}'."))
            : (new Submission(spec, sources, bibliography) { Images = images }, null);
    }

    private static SpecDiagnostic Mistake(string where, string message, string remedy) => new(where, 0, 0, message, remedy);

    private static async Task<byte[]> ReadAsync(IFormFile file, CancellationToken cancellationToken)
    {
        byte[] content = new byte[file.Length];
        await using Stream stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(content, cancellationToken);
        return content;
    }
}
