using ThesisApp.Contracts.Reports;
using ThesisApp.Core.Checks;
using ThesisApp.Core.Outlines;

namespace ThesisApp.Core.Consistency;

/// <summary>Puts what a reading of the whole has found among the report's checks. A model's opinion of a text is no error, however sure the places are.</summary>
public static class ConsistencyChecks
{
    /// <summary>What the ids of these checks begin with.</summary>
    public const string Prefix = "consistency-";

    /// <summary>The checks.</summary>
    public static IEnumerable<ReportCheck> Of(ConsistencyReport report, Outline outline)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(outline);
        Dictionary<string, string> numbers = outline.Sections.ToDictionary(section => section.Id, section => section.Number, StringComparer.Ordinal);
        IEnumerable<ReportCheck> checks =
        [
            .. report.Findings.Select(finding => new ReportCheck(
                Prefix + finding.Kind,
                CheckSeverities.Warning,
                finding.Places[0].SectionId,
                $"{finding.Message.TrimEnd()} ({string.Join("; ", finding.Places.Select(place => $"{Number(place.SectionId)}: “{place.Quotation}”"))})")),
            .. report.Mends.Select(mend => new ReportCheck(
                Prefix + "mended",
                CheckSeverities.Info,
                "document",
                $"'{mend.Variant}' was made '{mend.Preferred}', as elsewhere{(mend.Sections.Count == 0 ? string.Empty : $", in {string.Join(", ", mend.Sections.Select(Number))}")}; not in quotations.")),
        ];
        return report.Note is { } note ? checks.Append(new ReportCheck(Prefix + "reading", CheckSeverities.Info, "document", note)) : checks;

        string Number(string sectionId) => numbers.GetValueOrDefault(sectionId, sectionId);
    }
}
