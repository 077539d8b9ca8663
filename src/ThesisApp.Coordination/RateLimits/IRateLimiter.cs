namespace ThesisApp.Coordination.RateLimits;

/// <summary>One budget of requests and tokens a minute for all agents: however many there are, the endpoint sees no more than it allows.</summary>
public interface IRateLimiter
{
    /// <summary>Waits until a call may be made. Waiters go one after another, in the order in which they came.</summary>
    /// <param name="limit">The budget.</param>
    /// <param name="estimatedTokens">Tokens that the call is likely to take, prompt and answer together; at least 0.</param>
    /// <param name="cancellationToken">Ends the wait; what was taken is given back.</param>
    Task<RateGrant> AcquireAsync(RateLimit limit, int estimatedTokens, CancellationToken cancellationToken);

    /// <summary>Says what a call has really taken, so that the next ones wait neither too long nor too short.</summary>
    Task SettleAsync(RateGrant grant, int actualTokens, CancellationToken cancellationToken);

    /// <summary>Holds all calls to an endpoint that has asked for a pause (429 with Retry-After), those that wait included.</summary>
    Task HoldAsync(RateLimit limit, TimeSpan pause, CancellationToken cancellationToken);
}
