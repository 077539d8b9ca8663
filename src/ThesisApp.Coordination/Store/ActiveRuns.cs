using StackExchange.Redis;

namespace ThesisApp.Coordination.Store;

/// <summary>The index of runs that may still hand out tasks.</summary>
internal sealed class ActiveRuns(IConnectionMultiplexer redis, StoreTopology store)
{
    /// <summary>How long a run that is on the list may take to come to be; after that its creator is taken for dead.</summary>
    public static readonly TimeSpan CreationTime = TimeSpan.FromHours(1);

    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken)
    {
        RedisValue[] members = await redis.GetDatabase().SetMembersAsync(GlobalKeys.ActiveRuns).WaitAsync(cancellationToken);
        string[] runs = Array.ConvertAll(members, member => member.ToString());
        Array.Sort(runs, StringComparer.Ordinal);
        return runs;
    }

    public Task AddAsync(string runId, CancellationToken cancellationToken) =>
        redis.GetDatabase().SetAddAsync(GlobalKeys.ActiveRuns, runId).WaitAsync(cancellationToken);

    /// <summary>
    /// Takes a run off the index that has ended, or is not there. Looking after the removal, not before, keeps a run that is revived at the same moment, and mostly one that is just being created (its creator adds it once more).
    /// </summary>
    public async Task RetireAsync(string runId, CancellationToken cancellationToken)
    {
        IDatabase database = redis.GetDatabase();
        Task removal = database.SetRemoveAsync(GlobalKeys.ActiveRuns, runId);
        if (!store.KeepsOrder)
        {
            await removal.WaitAsync(cancellationToken);
        }

        Task<RedisValue> look = database.HashGetAsync(RunKeys.Meta(runId), "state");
        await Task.WhenAll(removal, look).WaitAsync(cancellationToken);
        RedisValue state = await look;
        if (state == "running" || state == "paused" || (state.IsNull && await IsBeingCreatedAsync(database, runId, cancellationToken)))
        {
            await AddAsync(runId, cancellationToken);
        }
    }

    private static async Task<bool> IsBeingCreatedAsync(IDatabase database, string runId, CancellationToken cancellationToken) =>
        await database.SortedSetScoreAsync(GlobalKeys.Runs, runId).WaitAsync(cancellationToken) is { } since
        && since > (await StoreClock.ReadAsync(database, cancellationToken) - CreationTime).ToUnixTimeMilliseconds();
}
