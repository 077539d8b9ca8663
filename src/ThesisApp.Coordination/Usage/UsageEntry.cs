namespace ThesisApp.Coordination.Usage;

/// <summary>What a model took for a task at one stage of its work.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="Stage">What the model was asked for.</param>
/// <param name="Model">The model.</param>
/// <param name="Calls">Answers that were paid for.</param>
/// <param name="InputTokens">Tokens sent.</param>
/// <param name="OutputTokens">Tokens received.</param>
/// <param name="Cost">Money, in the price table's currency.</param>
public sealed record UsageEntry(string TaskId, string Stage, string Model, long Calls, long InputTokens, long OutputTokens, decimal Cost);
