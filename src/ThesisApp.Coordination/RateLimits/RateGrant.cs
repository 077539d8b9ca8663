namespace ThesisApp.Coordination.RateLimits;

/// <summary>The right to one call.</summary>
/// <param name="Limit">The budget that it was taken from.</param>
/// <param name="Tokens">Tokens that were taken, an estimate.</param>
/// <param name="Epoch">Pauses that the endpoint had asked for until then.</param>
public sealed record RateGrant(RateLimit Limit, int Tokens, string Epoch);
