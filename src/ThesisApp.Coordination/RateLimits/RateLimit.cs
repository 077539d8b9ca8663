namespace ThesisApp.Coordination.RateLimits;

/// <summary>What an endpoint allows, shared by all agents of all runs.</summary>
/// <param name="Endpoint">Names the budget: the model's address and name, say. No secrets: it becomes part of a key.</param>
/// <param name="RequestsPerMinute">Requests a minute; 0 for any number.</param>
/// <param name="TokensPerMinute">Tokens a minute, prompts and answers together; 0 for any number.</param>
/// <param name="Burst">How much of the limits may be used at once, as a time: with 60 requests a minute and 5 seconds, five requests.</param>
public sealed record RateLimit(string Endpoint, int RequestsPerMinute, int TokensPerMinute, TimeSpan Burst);
