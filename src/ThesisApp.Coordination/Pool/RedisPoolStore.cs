using System.Globalization;
using StackExchange.Redis;
using ThesisApp.Coordination.Store;

namespace ThesisApp.Coordination.Pool;

/// <summary>Pools on Redis, Valkey or Garnet.</summary>
internal sealed class RedisPoolStore(IConnectionMultiplexer redis, ScriptRunner scripts, ActiveRuns activeRuns) : IPoolStore, IDisposable
{
    private const int RunsAtATime = 64;
    private const int FieldsOfKind = 5;

    private readonly SemaphoreSlim _news = new(0, 1);
    private readonly SemaphoreSlim _subscribing = new(1, 1);
    private bool _subscribed;

    public async Task<PoolTerm?> LeadAsync(string pool, string holder, TimeSpan duration, CancellationToken cancellationToken)
    {
        RedisResult token = await scripts.RunAsync(
            BoardScript.LeadPool, [GlobalKeys.PoolLeader(pool)], [holder, duration.TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture)], cancellationToken);
        return token.IsNull ? null : new PoolTerm(pool, (string)token!);
    }

    public async Task ResignAsync(PoolTerm term, CancellationToken cancellationToken) =>
        await scripts.RunAsync(BoardScript.ResignPool, [GlobalKeys.PoolLeader(term.Pool)], [term.Token], cancellationToken);

    public async Task<PoolClaim> ClaimAsync(PoolTerm term, string sandboxId, int most, CancellationToken cancellationToken) =>
        (string?)await scripts.RunAsync(BoardScript.ClaimPlace, Keys(term), [term.Token, sandboxId, most], cancellationToken) switch
        {
            "in" => PoolClaim.Entered,
            "full" => PoolClaim.Full,
            _ => PoolClaim.TermOver,
        };

    public async Task<bool> ForgetAsync(PoolTerm term, string sandboxId, CancellationToken cancellationToken) =>
        (int)await scripts.RunAsync(BoardScript.ForgetMember, Keys(term), [term.Token, sandboxId], cancellationToken) == 1;

    public async Task<IReadOnlyList<string>> ListAsync(string pool, CancellationToken cancellationToken)
    {
        RedisValue[] members = await redis.GetDatabase().HashKeysAsync(GlobalKeys.PoolMembers(pool)).WaitAsync(cancellationToken);
        return [.. members.Select(member => member.ToString()).Order(StringComparer.Ordinal)];
    }

    public async Task<PoolDemand> MeasureDemandAsync(CancellationToken cancellationToken)
    {
        (int ready, int leased) = (0, 0);
        Dictionary<string, KindDemand> kinds = new(StringComparer.Ordinal);
        foreach (string[] some in (await activeRuns.ListAsync(cancellationToken)).Chunk(RunsAtATime))
        {
            foreach (RedisResult answer in await Task.WhenAll(some.Select(runId => scripts.RunAsync(BoardScript.Demand, runId, [], cancellationToken))))
            {
                string[] fields = (string[])answer!;
                ready += int.Parse(fields[0], CultureInfo.InvariantCulture);
                leased += int.Parse(fields[1], CultureInfo.InvariantCulture);
                foreach (KindDemand kind in fields[2..].Chunk(FieldsOfKind).Select(Read))
                {
                    kinds[kind.Kind] = kinds.TryGetValue(kind.Kind, out KindDemand? others) ? others.Plus(kind) : kind;
                }
            }
        }

        return new PoolDemand(ready, leased, [.. kinds.Values]);
    }

    public async Task WaitForWorkAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        await EnsureSubscribedAsync(cancellationToken);
        await _news.WaitAsync(limit, cancellationToken);
    }

    public void Dispose()
    {
        _news.Dispose();
        _subscribing.Dispose();
    }

    // As demand.lua writes it.
    private static KindDemand Read(string[] fields)
    {
        double[] numbers = Array.ConvertAll(fields[1..], number => double.Parse(number, CultureInfo.InvariantCulture));
        return new KindDemand(fields[0], numbers[0], numbers[1], TimeSpan.FromMilliseconds(numbers[2]), numbers[3]);
    }

    private static RedisKey[] Keys(PoolTerm term) => [GlobalKeys.PoolLeader(term.Pool), GlobalKeys.PoolMembers(term.Pool)];

    private async Task EnsureSubscribedAsync(CancellationToken cancellationToken)
    {
        if (_subscribed)
        {
            return;
        }

        await _subscribing.WaitAsync(cancellationToken);
        try
        {
            if (!_subscribed)
            {
                await redis.GetSubscriber().SubscribeAsync(GlobalKeys.Wake, (_, _) => Tell()).WaitAsync(cancellationToken);
                _subscribed = true;
            }
        }
        finally
        {
            _subscribing.Release();
        }
    }

    // Any number of announcements is one piece of news.
    private void Tell()
    {
        try
        {
            _news.Release();
        }
        catch (SemaphoreFullException)
        {
            // There is some already.
        }
    }
}
