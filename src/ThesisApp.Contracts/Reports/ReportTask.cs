using ThesisApp.Contracts.Runs;

namespace ThesisApp.Contracts.Reports;

/// <summary>A task in the report.</summary>
public sealed record ReportTask(
    string Id,
    string Kind,
    TaskState State,
    string? Agent,
    int Attempts,
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt,
    bool FromCache,
    string? Why = null);
