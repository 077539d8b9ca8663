using ThesisApp.Contracts.Reports;
using ThesisApp.Coordination.Usage;

namespace ThesisApp.Orchestrator.Documents;

/// <summary>Sums up what models took for a run.</summary>
internal static class UsageSummary
{
    /// <summary>The report's part on usage.</summary>
    public static ReportUsage Of(IReadOnlyList<UsageEntry> entries) =>
        new(entries.Sum(entry => entry.InputTokens), entries.Sum(entry => entry.OutputTokens), entries.Sum(entry => entry.Cost))
        {
            Entries = [.. entries.Select(entry => new ReportUsageEntry(entry.TaskId, entry.Stage, entry.Model, entry.Calls, entry.InputTokens, entry.OutputTokens, entry.Cost))],
            Stages = By(entries, entry => entry.Stage),
            Models = By(entries, entry => entry.Model),
        };

    private static ReportUsageSum[] By(IReadOnlyList<UsageEntry> entries, Func<UsageEntry, string> name) =>
    [
        .. entries.GroupBy(name, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new ReportUsageSum(
            group.Key, group.Sum(entry => entry.Calls), group.Sum(entry => entry.InputTokens), group.Sum(entry => entry.OutputTokens), group.Sum(entry => entry.Cost))),
    ];
}
