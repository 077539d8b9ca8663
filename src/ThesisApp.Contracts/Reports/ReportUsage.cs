namespace ThesisApp.Contracts.Reports;

/// <summary>Model usage; all zero for the offline writer.</summary>
/// <param name="InputTokens">Tokens sent.</param>
/// <param name="OutputTokens">Tokens received.</param>
/// <param name="Cost">Money, in the price table's currency.</param>
public sealed record ReportUsage(long InputTokens, long OutputTokens, decimal Cost);
