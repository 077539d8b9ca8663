using System.Text;
using System.Text.Json;
using ThesisApp.Contracts;
using ThesisApp.Contracts.Reports;
using ThesisApp.Contracts.Runs;
using ThesisApp.Coordination.Blackboard;
using ThesisApp.Coordination.Runs;
using ThesisApp.Coordination.Usage;
using ThesisApp.Core;
using ThesisApp.Core.Checks;
using ThesisApp.Orchestrator.Revisions;

namespace ThesisApp.Orchestrator.Documents;

/// <summary>Composes <c>report.json</c> from what the board knows of the tasks and what the check task found in the document.</summary>
internal sealed class ReportComposer(IRunStore runs, IBlackboard blackboard, IUsageLedger ledger, SectionDesk desk, ProvenanceComposer provenance)
{
    private static readonly ContractsJson Indented = new(new JsonSerializerOptions(ContractsJson.Default.Options) { WriteIndented = true });

    /// <summary>The report as it stands now; before the check has run, its findings are missing and a warning says so.</summary>
    /// <returns>The report for machines, and the same for people.</returns>
    public async Task<(byte[] Json, byte[] Page)> ComposeAsync(RunInfo run, CancellationToken cancellationToken)
    {
        RunReport report = await ReadAsync(run, cancellationToken);
        return (JsonSerializer.SerializeToUtf8Bytes(report, Indented.RunReport), Encoding.UTF8.GetBytes(ReportPage.Write(report)));
    }

    private async Task<RunReport> ReadAsync(RunInfo run, CancellationToken cancellationToken)
    {
        IReadOnlyList<TaskInfo> tasks = await runs.ListTasksAsync(run.Id, cancellationToken);
        DocumentReport found = await blackboard.ReadAsync(run.Id, ArtifactNames.Report, cancellationToken) is { } stored
            ? JsonSerializer.Deserialize(stored.Span, CoreJson.Default.DocumentReport)!
            : new DocumentReport([], new ReportCitations(0, 0, []), [], ["The document has not been checked: the run has not come that far."]);

        IReadOnlyList<SectionView> sections = await desk.ListAsync(run.Id, cancellationToken) ?? [];
        return new RunReport(
            run,
            [.. tasks.Select(task => new ReportTask(task.Id, task.Kind, task.State, task.Agent, task.Attempts, task.StartedAt, task.FinishedAt, task.FromCache, task.Why))],
            found.Sections,
            found.Citations,
            found.Checks,
            UsageSummary.Of(await ledger.ReadAsync(run.Id, cancellationToken)),
            [.. found.Warnings, .. tasks.Where(task => task.State == TaskState.Dead).Select(task => $"Task {task.Id} is a dead letter: {task.Error}")])
        {
            Comments = [.. sections.SelectMany(section => section.Comments)],
            Provenance = await provenance.ComposeAsync(run.Id, sections, cancellationToken),
            Openings = await provenance.ComposeOpeningsAsync(run.Id, sections, cancellationToken),
        };
    }
}
