using ThesisApp.Contracts.Reports;

namespace ThesisApp.Core.Checks;

/// <summary>What is known about a finished document without knowing who made it when: the part of the report that tasks produce.</summary>
/// <param name="Sections">Word counts against budgets.</param>
/// <param name="Citations">What became of the citations.</param>
/// <param name="Checks">Findings of the document-level checks.</param>
/// <param name="Warnings">What the user should know before trusting the document.</param>
public sealed record DocumentReport(
    IReadOnlyList<ReportSection> Sections,
    ReportCitations Citations,
    IReadOnlyList<ReportCheck> Checks,
    IReadOnlyList<string> Warnings);
