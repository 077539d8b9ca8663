using System.Text;
using ThesisApp.Agent.Work;
using ThesisApp.Coordination.Board;
using ThesisApp.Coordination.Cache;
using ThesisApp.Coordination.Runs;
using ThesisApp.Core;
using ThesisApp.Core.Graph;
using ThesisApp.Core.Sources;
using ThesisApp.Documents.Bibliographies;
using ThesisApp.Documents.Sources;
using ThesisApp.Writing.Retrieval;

namespace ThesisApp.Agent.Handlers;

/// <summary>Reads one source into passages, and makes their embeddings where a model for that is configured: once for each source.</summary>
internal sealed class IngestHandler(SourceEmbedder? embedder = null) : ITaskHandler
{
    private const string Version = "ingest/2";

    public string Kind => TaskKinds.Ingest;

    public async Task<PreparedTask> PrepareAsync(TaskContext context, CancellationToken cancellationToken)
    {
        string fileName = context.Subject;
        ReadOnlyMemory<byte> content = await context.ReadInputAsync(RunInputs.Source(fileName), cancellationToken)
            ?? throw new TaskFailedException($"The run has no source '{fileName}'. Submit it again with all its sources.");
        Bibliography bibliography = await context.ReadBibliographyInputAsync(cancellationToken);
        IReadOnlyList<string> files = await context.ListSourceFilesAsync(cancellationToken);

        string id = IdOf(fileName);
        int place = files.Where(file => IdOf(file) == id).TakeWhile(file => file != fileName).Count();
        TaskInputs inputs = new TaskInputs(Kind, fileName, Version)
            .Add("source", content.Span)
            .Add("name", Encoding.UTF8.GetBytes($"{id}~{place}"));
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>> images = await context.ReadImagesOfAsync(fileName, content, cancellationToken);
        foreach ((string path, ReadOnlyMemory<byte> image) in images)
        {
            inputs.Add($"image {path}", image.Span);
        }

        if (embedder is not null)
        {
            inputs.Add("embeddings", Encoding.UTF8.GetBytes(embedder.Version));
        }

        return new PreparedTask(string.Empty, inputs, token => ReadAsync(context, fileName, () => Read(fileName, content, images, id, place), token));

        string IdOf(string file) => SourceMatcher.FindKey(file, bibliography) ?? SourceIds.FromFileName(file);
    }

    private async Task<TaskResult> ReadAsync(TaskContext context, string fileName, Func<SourceDocument> read, CancellationToken cancellationToken)
    {
        SourceDocument source = read();
        ArtifactBag bag = new ArtifactBag().Add(ArtifactNames.Source(fileName), source, CoreJson.Default.SourceDocument);
        if (embedder is not null)
        {
            context.Progress.Report(0.3, $"making embeddings of {Counted.Of(source.Passages.Count, "passage")}");
            bag.Add(ArtifactNames.Embeddings(fileName), await embedder.EmbedAsync(source, cancellationToken), CoreJson.Default.SourceEmbeddings);
        }

        return bag.ToResult(Counted.Of(source.Passages.Count, "passage"));
    }

    private static SourceDocument Read(string fileName, ReadOnlyMemory<byte> content, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> images, string id, int place)
    {
        try
        {
            return SourceIds.MakeUnique(SourceReader.Read(fileName, content, id, images), place);
        }
        catch (SourceFormatException exception)
        {
            throw new TaskFailedException(exception.Message, exception);
        }
    }
}
