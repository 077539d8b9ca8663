using System.Globalization;
using StackExchange.Redis;
using ThesisApp.Contracts.Runs;
using ThesisApp.Coordination.Runs;
using ThesisApp.Coordination.Store;

namespace ThesisApp.Coordination.Upkeep;

/// <summary>Upkeep on Redis, Valkey or Garnet.</summary>
internal sealed class RedisRunUpkeep(ScriptRunner scripts, ActiveRuns activeRuns, IRunStore runs, TimeProvider time) : IRunUpkeep
{
    private const int MostRemovals = 100;

    public async Task<UpkeepSummary> SweepAsync(CancellationToken cancellationToken)
    {
        int expired = 0;
        int active = 0;
        TaskCounts total = new(0, 0, 0, 0, 0, 0, 0);
        foreach (string runId in await activeRuns.ListAsync(cancellationToken))
        {
            RedisResult[] answer = (RedisResult[])(await scripts.RunAsync(BoardScript.Sweep, runId, [], cancellationToken))!;
            expired += int.Parse((string)answer[1]!, CultureInfo.InvariantCulture);
            if ((string?)answer[0] is not ("running" or "paused"))
            {
                await activeRuns.RetireAsync(runId, cancellationToken);
            }
            else if (await runs.FindAsync(runId, cancellationToken) is { } run)
            {
                active++;
                total = Add(total, run.Tasks);
            }
        }

        return new UpkeepSummary(expired, active, total);
    }

    public async Task<IReadOnlyList<string>> RemoveFinishedAsync(TimeSpan retention, CancellationToken cancellationToken)
    {
        // A run is not finished before it is created, so those that were created later need no look.
        DateTimeOffset limit = time.GetUtcNow() - retention;
        RedisValue[] old = await scripts.Database.SortedSetRangeByScoreAsync(
            GlobalKeys.Runs, double.NegativeInfinity, limit.ToUnixTimeMilliseconds()).WaitAsync(cancellationToken);
        List<string> removed = [];
        foreach (string runId in old.Select(id => id.ToString()))
        {
            if (removed.Count == MostRemovals)
            {
                break;
            }

            if (await runs.FindAsync(runId, cancellationToken) is { IsFinal: true, FinishedAt: { } finished } && finished < limit)
            {
                await runs.DeleteAsync(runId, cancellationToken);
                removed.Add(runId);
            }
        }

        return removed;
    }

    private static TaskCounts Add(TaskCounts a, TaskCounts b) => new(
        a.Total + b.Total, a.Waiting + b.Waiting, a.Ready + b.Ready, a.Delayed + b.Delayed, a.Leased + b.Leased, a.Done + b.Done, a.Dead + b.Dead);
}
