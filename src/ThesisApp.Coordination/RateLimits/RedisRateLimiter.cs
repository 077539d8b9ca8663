using System.Globalization;
using StackExchange.Redis;
using ThesisApp.Coordination.Store;

namespace ThesisApp.Coordination.RateLimits;

/// <summary>The budgets on Redis, Valkey or Garnet: one hash an endpoint, each step one script, the store's clock.</summary>
internal sealed class RedisRateLimiter(ScriptRunner scripts, TimeProvider time) : IRateLimiter
{
    public async Task<RateGrant> AcquireAsync(RateLimit limit, int estimatedTokens, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(estimatedTokens);
        (TimeSpan wait, string epoch) = await AdmitAsync(limit, estimatedTokens, string.Empty, cancellationToken);
        while (wait > TimeSpan.Zero)
        {
            try
            {
                await Task.Delay(wait, time, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                await GiveBackAsync(new RateGrant(limit, estimatedTokens, epoch));
                throw;
            }

            (wait, epoch) = await AdmitAsync(limit, estimatedTokens, epoch, cancellationToken);
        }

        // The store's answer is waited for whatever happens; who has gone meanwhile would never settle the grant.
        RateGrant grant = new(limit, estimatedTokens, epoch);
        if (cancellationToken.IsCancellationRequested)
        {
            await GiveBackAsync(grant);
            cancellationToken.ThrowIfCancellationRequested();
        }

        return grant;
    }

    public Task SettleAsync(RateGrant grant, int actualTokens, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(actualTokens);
        return AddAsync(grant, requests: 0, actualTokens - grant.Tokens, cancellationToken);
    }

    public Task HoldAsync(RateLimit limit, TimeSpan pause, CancellationToken cancellationToken) => scripts.RunAsync(
        BoardScript.HoldCalls, [GlobalKeys.RateLimit(limit.Endpoint)], [Milliseconds(pause), Milliseconds(limit.Burst)], cancellationToken);

    private async Task<(TimeSpan Wait, string Epoch)> AdmitAsync(RateLimit limit, int tokens, string epoch, CancellationToken cancellationToken)
    {
        RedisResult[] answer = (RedisResult[])(await scripts.RunAsync(
            BoardScript.AdmitCall,
            [GlobalKeys.RateLimit(limit.Endpoint)],
            [limit.RequestsPerMinute, limit.TokensPerMinute, Milliseconds(limit.Burst), tokens, epoch],
            cancellationToken))!;
        return (TimeSpan.FromMilliseconds(long.Parse((string)answer[0]!, CultureInfo.InvariantCulture)), (string)answer[1]!);
    }

    private async Task GiveBackAsync(RateGrant grant)
    {
        try
        {
            await AddAsync(grant, requests: -1, -grant.Tokens, CancellationToken.None);
        }
        catch (Exception exception) when (StoreFaults.IsPassing(exception))
        {
            // What was taken is lost to the others for its time; the cancellation is what the caller must see.
        }
    }

    private async Task AddAsync(RateGrant grant, int requests, int tokens, CancellationToken cancellationToken)
    {
        if (requests != 0 || tokens != 0)
        {
            await scripts.RunAsync(
                BoardScript.SettleCall,
                [GlobalKeys.RateLimit(grant.Limit.Endpoint)],
                [grant.Limit.RequestsPerMinute, grant.Limit.TokensPerMinute, requests, tokens, grant.Epoch],
                cancellationToken);
        }
    }

    private static long Milliseconds(TimeSpan time) => (long)Math.Ceiling(time.TotalMilliseconds);
}
