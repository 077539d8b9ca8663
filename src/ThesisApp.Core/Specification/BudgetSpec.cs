namespace ThesisApp.Core.Specification;

/// <summary>What a run may take before it pauses; each resumption grants it once more. Null for any amount.</summary>
/// <param name="Tokens">Tokens of models, sent and received.</param>
/// <param name="Cost">Money, in the currency of the price table.</param>
/// <param name="Minutes">Time.</param>
public sealed record BudgetSpec(int? Tokens, decimal? Cost, int? Minutes);
