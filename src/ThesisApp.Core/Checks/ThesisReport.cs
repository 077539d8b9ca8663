using ThesisApp.Contracts.Reports;

namespace ThesisApp.Core.Checks;

/// <summary>What the checks found in a thesis.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Language">Its language, given or told by its words; null where none is clear.</param>
/// <param name="Words">Words of the body.</param>
/// <param name="Citations">What became of the citations.</param>
/// <param name="Questions">The research questions.</param>
/// <param name="Sections">Figures of its sections.</param>
/// <param name="Checks">Findings, the worst first, then in the text's order.</param>
public sealed record ThesisReport(
    string Title,
    string? Language,
    int Words,
    ReportCitations Citations,
    IReadOnlyList<string> Questions,
    IReadOnlyList<SectionFigures> Sections,
    IReadOnlyList<ReportCheck> Checks)
{
    /// <summary>Findings of a severity.</summary>
    public int Count(string severity) => Checks.Count(check => check.Severity == severity);
}
