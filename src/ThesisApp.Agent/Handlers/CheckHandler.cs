using ThesisApp.Agent.Work;
using ThesisApp.Coordination.Board;
using ThesisApp.Coordination.Cache;
using ThesisApp.Core;
using ThesisApp.Core.Checks;
using ThesisApp.Core.Consistency;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Graph;
using ThesisApp.Core.Sources;
using ThesisApp.Documents.Assembly;
using ThesisApp.Writing.Researching;

namespace ThesisApp.Agent.Handlers;

/// <summary>Runs the document-level checks.</summary>
internal sealed class CheckHandler(ISectionResearcher? researcher = null) : ITaskHandler
{
    private const string Version = "check/4";

    public string Kind => TaskKinds.Check;

    public async Task<PreparedTask> PrepareAsync(TaskContext context, CancellationToken cancellationToken)
    {
        Manuscript manuscript = await context.ReadAsync(ArtifactNames.Manuscript, CoreJson.Default.Manuscript, cancellationToken);
        IReadOnlyList<SourceDocument> sources = await context.ReadSourcesAsync(cancellationToken);
        string[] warnings =
        [
            .. sources.SelectMany(source => source.Warnings.Select(warning => $"{source.FileName}: {warning}")),
            .. manuscript.Spec.ResearchBy is null || researcher is not null ? [] : new[] { "Nothing was looked up by a model, as the specification asks (research: model): no chat model is configured. Set ConnectionStrings__chat." },
            .. await StandIns.ListAsync(context, manuscript.Outline, cancellationToken),
        ];

        TaskInputs inputs = new TaskInputs(Kind, "document", Version)
            .Add("manuscript", manuscript, CoreJson.Default.Manuscript)
            .Add("warnings", warnings, CoreJson.Default.StringArray);

        // Neither is there where a user's own chapters or the template are written offline. Of an outline that a user has put in its place, they would not be true.
        bool edited = await context.TryReadAsync(ArtifactNames.OutlineEdited, CoreJson.Default.StringArray, cancellationToken) is not null;
        string[]? notes = edited ? null : await context.TryReadAsync(ArtifactNames.OutlineNotes, CoreJson.Default.StringArray, cancellationToken);
        if (notes is not null)
        {
            inputs.Add("notes on the outline", notes, CoreJson.Default.StringArray);
        }

        ConsistencyReport? consistency = await context.TryReadAsync(ArtifactNames.Consistency, CoreJson.Default.ConsistencyReport, cancellationToken);
        if (consistency is not null)
        {
            inputs.Add("reading of the whole", consistency, CoreJson.Default.ConsistencyReport);
        }

        return PreparedTask.Of(manuscript.Spec.Title, inputs, () => Check(manuscript, [.. notes ?? [], .. warnings], consistency));
    }

    private static TaskResult Check(Manuscript manuscript, string[] warnings, ConsistencyReport? consistency)
    {
        DocumentReport report = DocumentChecks.Run(manuscript, DocumentAssembler.Assemble(manuscript));
        report = report with
        {
            Warnings = [.. report.Warnings, .. warnings],
            Checks = [.. report.Checks, .. consistency is null ? [] : ConsistencyChecks.Of(consistency, manuscript.Outline)],
        };
        return new ArtifactBag().Add(ArtifactNames.Report, report, CoreJson.Default.DocumentReport).ToResult(Counted.Of(report.Checks.Count, "finding"));
    }
}
