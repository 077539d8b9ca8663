namespace ThesisApp.Coordination.Usage;

/// <summary>What a run has taken since its budget was granted: when it was created, or resumed last.</summary>
/// <param name="Tokens">Tokens sent and received.</param>
/// <param name="Cost">Money, in the price table's currency.</param>
/// <param name="Time">Time, by the store's clock.</param>
public sealed record SpentBudget(long Tokens, decimal Cost, TimeSpan Time);
