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

namespace ThesisApp.Agent.Handlers;

/// <summary>Reads one source into passages.</summary>
internal sealed class IngestHandler : ITaskHandler
{
    private const string Version = "ingest/1";

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
        return PreparedTask.Of(string.Empty, inputs, () => Read(fileName, content, id, place));

        string IdOf(string file) => SourceMatcher.FindKey(file, bibliography) ?? SourceIds.FromFileName(file);
    }

    private static TaskResult Read(string fileName, ReadOnlyMemory<byte> content, string id, int place)
    {
        try
        {
            SourceDocument source = SourceIds.MakeUnique(SourceReader.Read(fileName, content, id), place);
            return new ArtifactBag()
                .Add(ArtifactNames.Source(fileName), source, CoreJson.Default.SourceDocument)
                .ToResult(Counted.Of(source.Passages.Count, "passage"));
        }
        catch (SourceFormatException exception)
        {
            throw new TaskFailedException(exception.Message, exception);
        }
    }
}
