namespace ThesisApp.Contracts.Reports;

/// <summary>Model usage; all zero for the offline writer.</summary>
/// <param name="InputTokens">Tokens sent.</param>
/// <param name="OutputTokens">Tokens received.</param>
/// <param name="Cost">Money, in the price table's currency.</param>
public sealed record ReportUsage(long InputTokens, long OutputTokens, decimal Cost)
{
    /// <summary>The same by task, stage and model.</summary>
    public IReadOnlyList<ReportUsageEntry> Entries { get; init; } = [];

    /// <summary>The same by stage.</summary>
    public IReadOnlyList<ReportUsageSum> Stages { get; init; } = [];

    /// <summary>The same by model.</summary>
    public IReadOnlyList<ReportUsageSum> Models { get; init; } = [];
}
