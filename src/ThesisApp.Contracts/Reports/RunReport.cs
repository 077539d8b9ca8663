using ThesisApp.Contracts.Runs;
using ThesisApp.Contracts.Sections;

namespace ThesisApp.Contracts.Reports;

/// <summary><c>report.json</c>: how a thesis was made and what was found in it.</summary>
/// <param name="Run">The run.</param>
/// <param name="Tasks">Every task with agent, attempts, start and end.</param>
/// <param name="Sections">Word counts against budgets.</param>
/// <param name="Citations">What became of the citations.</param>
/// <param name="Checks">Findings of the document-level checks.</param>
/// <param name="Usage">Model tokens and cost.</param>
/// <param name="Warnings">What the user should know before trusting the document.</param>
public sealed record RunReport(
    RunInfo Run,
    IReadOnlyList<ReportTask> Tasks,
    IReadOnlyList<ReportSection> Sections,
    ReportCitations Citations,
    IReadOnlyList<ReportCheck> Checks,
    ReportUsage Usage,
    IReadOnlyList<string> Warnings)
{
    /// <summary>How each section came to be.</summary>
    public IReadOnlyList<ReportProvenance> Provenance { get; init; } = [];

    /// <summary>Comments of users on sections, and what became of them.</summary>
    public IReadOnlyList<SectionCommentInfo> Comments { get; init; } = [];

    /// <summary>How the abstract (its <c>section</c> is <c>abstract</c>, without a number) and what opens each chapter and leads from section to section came to be.</summary>
    public IReadOnlyList<ReportProvenance> Openings { get; init; } = [];
}
