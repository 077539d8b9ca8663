using System.Security.Cryptography;
using ThesisApp.Agent.Work;
using ThesisApp.Coordination.Runs;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Sources;
using ThesisApp.Documents.Sources;

namespace ThesisApp.Agent.Handlers;

/// <summary>The images of a run: inputs as its sources are. Everything that is written of them says which bytes it means.</summary>
internal static class RunImages
{
    /// <summary>No images.</summary>
    public static readonly IReadOnlyDictionary<string, ReadOnlyMemory<byte>> None = new Dictionary<string, ReadOnlyMemory<byte>>();

    /// <summary>The images that a source shows and that were sent with it, by path.</summary>
    public static async Task<IReadOnlyDictionary<string, ReadOnlyMemory<byte>>> ReadImagesOfAsync(this TaskContext context, string fileName, ReadOnlyMemory<byte> source, CancellationToken cancellationToken)
    {
        HashSet<string> sent = [.. (await context.Runs.ListInputsAsync(context.Lease.RunId, cancellationToken)).Where(name => name.StartsWith(RunInputs.ImagePrefix, StringComparison.Ordinal))];
        if (sent.Count == 0)
        {
            return None;
        }

        SortedDictionary<string, ReadOnlyMemory<byte>> images = new(StringComparer.Ordinal);
        foreach (string path in SourceReader.ImagesOf(fileName, source).Select(image => image.Path).OfType<string>().Where(path => sent.Contains(RunInputs.Image(path))))
        {
            if (await context.ReadInputAsync(RunInputs.Image(path), cancellationToken) is { } bytes)
            {
                images[path] = bytes;
            }
        }

        return images;
    }

    /// <summary>The bytes of a manuscript's figures, by hash.</summary>
    /// <exception cref="InvalidDataException">An image is not there, or is another one: the store has forgotten something.</exception>
    public static async Task<IReadOnlyDictionary<string, ReadOnlyMemory<byte>>> ReadFiguresAsync(this TaskContext context, Manuscript manuscript, CancellationToken cancellationToken)
    {
        Dictionary<string, ReadOnlyMemory<byte>> images = new(StringComparer.Ordinal);
        foreach (FigureData figure in manuscript.Sections.SelectMany(section => section.Draft.Paragraphs).Select(paragraph => paragraph.Figure).OfType<FigureData>().DistinctBy(figure => figure.Hash))
        {
            ReadOnlyMemory<byte>? bytes = await context.ReadInputAsync(RunInputs.Image(figure.Path), cancellationToken);
            images[figure.Hash] = bytes is { } found && Convert.ToHexStringLower(SHA256.HashData(found.Span)) == figure.Hash
                ? found
                : throw new InvalidDataException($"The image '{figure.Path}' is not among the run's inputs as it was read.");
        }

        return images;
    }
}
