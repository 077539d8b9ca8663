namespace ThesisApp.Core.Planning;

/// <summary>What one stage is likely to take of a model.</summary>
/// <param name="Stage">What the model is asked for.</param>
/// <param name="Calls">Calls.</param>
/// <param name="InputTokens">Tokens sent.</param>
/// <param name="OutputTokens">Tokens received.</param>
public sealed record StageEstimate(string Stage, double Calls, long InputTokens, long OutputTokens);
