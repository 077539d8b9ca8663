using ThesisApp.Agent.Work;
using ThesisApp.Coordination.Board;
using ThesisApp.Core;
using ThesisApp.Core.Checks;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Graph;
using ThesisApp.Core.Sources;
using ThesisApp.Documents.Assembly;

namespace ThesisApp.Agent.Handlers;

/// <summary>Runs the document-level checks.</summary>
internal sealed class CheckHandler : ITaskHandler
{
    public string Kind => TaskKinds.Check;

    public async Task<TaskResult> HandleAsync(TaskContext context, CancellationToken cancellationToken)
    {
        Manuscript manuscript = await context.ReadAsync(ArtifactNames.Manuscript, CoreJson.Default.Manuscript, cancellationToken);
        IReadOnlyList<SourceDocument> sources = await context.ReadSourcesAsync(cancellationToken);

        DocumentReport report = DocumentChecks.Run(manuscript, DocumentAssembler.Assemble(manuscript));
        report = report with
        {
            Warnings = [.. report.Warnings, .. sources.SelectMany(source => source.Warnings.Select(warning => $"{source.FileName}: {warning}"))],
        };
        return new ArtifactBag().Add(ArtifactNames.Report, report, CoreJson.Default.DocumentReport).ToResult($"{report.Checks.Count} findings");
    }
}
