using Microsoft.Extensions.Options;
using ThesisApp.Coordination.RateLimits;
using ThesisApp.Models;
using ThesisApp.Models.Calls;

namespace ThesisApp.Agent.Calls;

/// <summary>The limits of model endpoints as all agents share them through the store.</summary>
internal sealed class SharedCallGate(IRateLimiter limiter, IOptions<ModelOptions> options) : ICallGate
{
    public async Task<Func<int, CancellationToken, Task>> EnterAsync(string endpoint, int estimatedTokens, CancellationToken cancellationToken)
    {
        RateGrant grant = await limiter.AcquireAsync(LimitOf(endpoint), estimatedTokens, cancellationToken);
        return (tokens, token) => limiter.SettleAsync(grant, tokens, token);
    }

    public Task HoldAsync(string endpoint, TimeSpan pause, CancellationToken cancellationToken) => limiter.HoldAsync(LimitOf(endpoint), pause, cancellationToken);

    private RateLimit LimitOf(string endpoint) => new(endpoint, options.Value.RequestsPerMinute, options.Value.TokensPerMinute, options.Value.Burst);
}
