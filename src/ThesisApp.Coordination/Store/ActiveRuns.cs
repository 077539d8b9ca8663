using StackExchange.Redis;

namespace ThesisApp.Coordination.Store;

/// <summary>The index of runs that may still hand out tasks.</summary>
internal sealed class ActiveRuns(IConnectionMultiplexer redis)
{
    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken)
    {
        RedisValue[] members = await redis.GetDatabase().SetMembersAsync(GlobalKeys.ActiveRuns).WaitAsync(cancellationToken);
        string[] runs = Array.ConvertAll(members, member => member.ToString());
        Array.Sort(runs, StringComparer.Ordinal);
        return runs;
    }

    public Task AddAsync(string runId, CancellationToken cancellationToken) =>
        redis.GetDatabase().SetAddAsync(GlobalKeys.ActiveRuns, runId).WaitAsync(cancellationToken);

    /// <summary>Takes an ended run off the index. Looking at the state after the removal, not before, keeps a run that is revived at the same moment.</summary>
    public async Task RetireAsync(string runId, CancellationToken cancellationToken)
    {
        IDatabase database = redis.GetDatabase();
        await database.SetRemoveAsync(GlobalKeys.ActiveRuns, runId).WaitAsync(cancellationToken);
        RedisValue state = await database.HashGetAsync(RunKeys.Meta(runId), "state").WaitAsync(cancellationToken);
        if (state == "running" || state == "paused")
        {
            await AddAsync(runId, cancellationToken);
        }
    }
}
