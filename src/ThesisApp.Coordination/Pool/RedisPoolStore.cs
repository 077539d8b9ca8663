using System.Globalization;
using StackExchange.Redis;
using ThesisApp.Contracts.Runs;
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

    public async Task<PoolDemand> MeasureDemandAsync(CancellationToken cancellationToken) =>
        PoolDemand.Sum(await OfEachRunAsync(MeasureDemandOfAsync, cancellationToken));

    public async Task<IReadOnlyList<RunDemand>> MeasureRunsAsync(CancellationToken cancellationToken) => await OfEachRunAsync(MeasureRunAsync, cancellationToken);

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

    private async Task<IReadOnlyList<T>> OfEachRunAsync<T>(Func<string, CancellationToken, Task<T>> measure, CancellationToken cancellationToken)
    {
        List<T> found = [];
        foreach (string[] some in (await activeRuns.ListAsync(cancellationToken)).Chunk(RunsAtATime))
        {
            found.AddRange(await Task.WhenAll(some.Select(runId => measure(runId, cancellationToken))));
        }

        return found;
    }

    private async Task<PoolDemand> MeasureDemandOfAsync(string runId, CancellationToken cancellationToken)
    {
        try
        {
            string[] fields = (string[])(await scripts.RunAsync(BoardScript.Demand, runId, [], cancellationToken))!;
            return new PoolDemand(
                int.Parse(fields[0], CultureInfo.InvariantCulture), int.Parse(fields[1], CultureInfo.InvariantCulture), [.. fields[2..].Chunk(FieldsOfKind).Select(Read)]);
        }
        catch (Exception exception) when (StoreFaults.IsUnreadable(exception))
        {
            // Whose records cannot be read has no work to give; the others have. An agent may have written them.
            return new PoolDemand(0, 0, []);
        }
    }

    private async Task<RunDemand> MeasureRunAsync(string runId, CancellationToken cancellationToken)
    {
        Task<RedisValue[]> reading = ReadShareAsync(runId, cancellationToken);
        PoolDemand demand = await MeasureDemandOfAsync(runId, cancellationToken);
        RedisValue[] numbers = await reading;

        // Agents may write there: no more than who submits a run may ask for.
        RunShare asked = new(Number(numbers[0], RunShare.Default.Priority), Number(numbers[1], RunShare.Default.Weight), null);
        RunShare share = asked.Problem() is null ? asked : RunShare.Default;
        return new RunDemand(runId, share.Priority, share.Weight, demand);
    }

    private async Task<RedisValue[]> ReadShareAsync(string runId, CancellationToken cancellationToken)
    {
        try
        {
            return await redis.GetDatabase().HashGetAsync(RunKeys.Meta(runId), ["priority", "weight"]).WaitAsync(cancellationToken);
        }
        catch (Exception exception) when (StoreFaults.IsUnreadable(exception))
        {
            return [RedisValue.Null, RedisValue.Null];
        }
    }

    private static int Number(RedisValue value, int otherwise) => value.TryParse(out int number) ? number : otherwise;

    // As demand.lua writes it.
    private static KindDemand Read(string[] fields)
    {
        double[] numbers = Array.ConvertAll(fields[1..], number => double.Parse(number, CultureInfo.InvariantCulture));
        return new KindDemand(fields[0] ?? string.Empty, numbers[0], numbers[1], TimeSpan.FromMilliseconds(numbers[2]), numbers[3]);
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
