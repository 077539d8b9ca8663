using System.Globalization;
using StackExchange.Redis;
using ThesisApp.Contracts.Runs;
using ThesisApp.Coordination.Runs;
using ThesisApp.Coordination.Store;

namespace ThesisApp.Coordination.Upkeep;

/// <summary>Upkeep on Redis, Valkey or Garnet.</summary>
internal sealed class RedisRunUpkeep(ScriptRunner scripts, ActiveRuns activeRuns, IRunStore runs) : IRunUpkeep
{
    private const int MostRemovals = 100;
    private const int RunsAtATime = 64;

    public async Task<UpkeepSummary> SweepAsync(CancellationToken cancellationToken)
    {
        int expired = 0;
        int active = 0;
        TaskCounts total = new(0, 0, 0, 0, 0, 0, 0);
        List<UnreadableRun> unreadable = [];

        // Some at a time: thousands of runs must not take a round trip each, one after another.
        foreach (string[] some in (await activeRuns.ListAsync(cancellationToken)).Chunk(RunsAtATime))
        {
            foreach (Swept swept in await Task.WhenAll(some.Select(runId => SweepAsync(runId, cancellationToken))))
            {
                expired += swept.Expired;
                active += swept.Tasks is null ? 0 : 1;
                total = swept.Tasks is null ? total : Add(total, swept.Tasks);
                if (swept.Problem is { } problem)
                {
                    unreadable.Add(new UnreadableRun(swept.RunId, problem));
                }
            }
        }

        return new UpkeepSummary(expired, active, total, unreadable);
    }

    public async Task<RemovalSummary> RemoveFinishedAsync(TimeSpan retention, CancellationToken cancellationToken)
    {
        // A run is not finished before it is created, so those that were created later need no look.
        DateTimeOffset limit = await StoreClock.ReadAsync(scripts.Database, cancellationToken) - retention;
        RedisValue[] old = await scripts.Database.SortedSetRangeByScoreAsync(
            GlobalKeys.Runs, double.NegativeInfinity, limit.ToUnixTimeMilliseconds()).WaitAsync(cancellationToken);
        List<string> removed = [];
        List<UnreadableRun> unreadable = [];
        foreach (string runId in old.Select(id => id.ToString()))
        {
            if (removed.Count == MostRemovals)
            {
                break;
            }

            try
            {
                if (await runs.FindAsync(runId, cancellationToken) is { IsFinal: true, FinishedAt: { } finished } && finished < limit)
                {
                    await runs.DeleteAsync(runId, cancellationToken);
                    removed.Add(runId);
                }
            }
            catch (Exception exception) when (StoreFaults.IsUnreadable(exception))
            {
                // It stays until somebody deletes it.
                unreadable.Add(new UnreadableRun(runId, exception.Message));
            }
        }

        return new RemovalSummary(removed, unreadable);
    }

    private async Task<Swept> SweepAsync(string runId, CancellationToken cancellationToken)
    {
        try
        {
            RedisResult[] answer = (RedisResult[])(await scripts.RunAsync(BoardScript.Sweep, runId, [], cancellationToken))!;
            bool goesOn = (string?)answer[0] is "running" or "paused";
            if (!goesOn)
            {
                await activeRuns.RetireAsync(runId, cancellationToken);
            }

            return new Swept(runId, Number(1), goesOn ? new TaskCounts(Number(2), Number(3), Number(4), Number(5), Number(6), Number(7), Number(8)) : null, null);

            int Number(int index) => int.Parse((string)answer[index]!, CultureInfo.InvariantCulture);
        }
        catch (Exception exception) when (StoreFaults.IsUnreadable(exception))
        {
            // An agent may have written its records. The others are swept all the same.
            return new Swept(runId, 0, null, exception.Message);
        }
    }

    private static TaskCounts Add(TaskCounts a, TaskCounts b) => new(
        a.Total + b.Total, a.Waiting + b.Waiting, a.Ready + b.Ready, a.Delayed + b.Delayed, a.Leased + b.Leased, a.Done + b.Done, a.Dead + b.Dead);

    private sealed record Swept(string RunId, int Expired, TaskCounts? Tasks, string? Problem);
}
