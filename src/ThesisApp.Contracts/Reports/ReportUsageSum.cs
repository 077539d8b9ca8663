namespace ThesisApp.Contracts.Reports;

/// <summary>What models took, summed up.</summary>
/// <param name="Name">The stage or the model.</param>
/// <param name="Calls">Answers that were paid for.</param>
/// <param name="InputTokens">Tokens sent.</param>
/// <param name="OutputTokens">Tokens received.</param>
/// <param name="Cost">Money, in the price table's currency.</param>
public sealed record ReportUsageSum(string Name, long Calls, long InputTokens, long OutputTokens, decimal Cost);
