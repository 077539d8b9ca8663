using ThesisApp.Contracts.Reports;

namespace ThesisApp.Cli.Commands.Generate;

/// <summary>The figures of a thesis.</summary>
/// <param name="Words">Words of the body.</param>
/// <param name="Budget">Words that were asked for.</param>
/// <param name="Sections">Sections.</param>
/// <param name="ShortSections">Sections that stayed under their budget for want of sources.</param>
/// <param name="Citations">Citations in the text.</param>
/// <param name="Resolved">Those that resolve to a work and a passage.</param>
/// <param name="WorksCited">Works that the bibliography lists, or null if it is not known.</param>
/// <param name="Warnings">What the user should know.</param>
/// <param name="FailedChecks">Findings of severity <c>error</c>, and unresolved citations.</param>
internal sealed record ThesisSummary(
    int Words,
    int Budget,
    int Sections,
    int ShortSections,
    int Citations,
    int Resolved,
    int? WorksCited,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<string> FailedChecks)
{
    /// <summary>Reads the figures from <c>report.json</c>.</summary>
    /// <param name="report">The report.</param>
    /// <param name="bibliography">The exported BibTeX file, or null.</param>
    public static ThesisSummary Of(RunReport report, string? bibliography) => new(
        report.Sections.Sum(section => section.Words),
        report.Sections.Sum(section => section.Budget),
        report.Sections.Count,
        report.Sections.Count(section => section.Note is not null),
        report.Citations.Made,
        report.Citations.Resolved,
        bibliography?.Split('\n').Count(line => line.StartsWith('@') && !line.StartsWith("@comment", StringComparison.OrdinalIgnoreCase) && !line.StartsWith("@string", StringComparison.OrdinalIgnoreCase)),
        [.. report.Warnings, .. WarningsOf(report)],
        [.. report.Checks.Where(check => check.Severity == "error").Select(Describe), .. report.Citations.Unresolved.Select(citation => $"unresolved citation {citation}")]);

    // One line for a kind of warning: which sections it concerns is in the report. Budgets have their line among the report's own warnings.
    private static IEnumerable<string> WarningsOf(RunReport report) => report.Checks
        .Where(check => check.Severity == "warning" && !(check.Id == "word-budget" && report.Warnings.Count > 0))
        .GroupBy(check => check.Id, StringComparer.Ordinal)
        .Select(group => group.Count() == 1 ? Describe(group.First()) : $"{Describe(group.First())}, and {group.Count() - 1} more of the kind");

    private static string Describe(ReportCheck check) => $"{check.Where}: {check.Message} ({check.Id})";
}
