using ThesisApp.Core.Planning;

namespace ThesisApp.Models.Usage;

/// <summary>What a call took.</summary>
/// <param name="Stage">What was asked for; see <see cref="ModelStages"/>.</param>
/// <param name="Model">The model.</param>
/// <param name="InputTokens">Tokens sent.</param>
/// <param name="OutputTokens">Tokens received.</param>
/// <param name="Cost">Money by the price table; 0 where it has no line for the model.</param>
public sealed record CallUsage(string Stage, string Model, long InputTokens, long OutputTokens, decimal Cost);
