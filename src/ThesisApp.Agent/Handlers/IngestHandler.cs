using ThesisApp.Agent.Work;
using ThesisApp.Coordination.Board;
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
    public string Kind => TaskKinds.Ingest;

    public async Task<TaskResult> HandleAsync(TaskContext context, CancellationToken cancellationToken)
    {
        string fileName = context.Subject;
        ReadOnlyMemory<byte> content = await context.ReadInputAsync(RunInputs.Source(fileName), cancellationToken)
            ?? throw new TaskFailedException($"The run has no source '{fileName}'. Submit it again with all its sources.");
        Bibliography bibliography = await context.ReadBibliographyInputAsync(cancellationToken);
        IReadOnlyList<string> files = await context.ListSourceFilesAsync(cancellationToken);

        string id = SourceMatcher.FindKey(fileName, bibliography) ?? SourceIds.FromFileName(fileName);
        try
        {
            SourceDocument source = SourceReader.Read(fileName, content, id);
            source = SourceIds.MakeUnique(source, files, file => SourceMatcher.FindKey(file, bibliography) ?? SourceIds.FromFileName(file));
            return new ArtifactBag()
                .Add(ArtifactNames.Source(fileName), source, CoreJson.Default.SourceDocument)
                .ToResult($"{source.Passages.Count} passages");
        }
        catch (SourceFormatException exception)
        {
            throw new TaskFailedException(exception.Message, exception);
        }
    }
}
