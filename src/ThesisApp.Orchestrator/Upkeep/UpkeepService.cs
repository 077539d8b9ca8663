using Microsoft.Extensions.Options;
using ThesisApp.Coordination.Store;
using ThesisApp.Coordination.Upkeep;

namespace ThesisApp.Orchestrator.Upkeep;

/// <summary>Sweeps the board again and again. Any number of orchestrators may do so at once; without any, agents that ask for work do the same for their run.</summary>
internal sealed partial class UpkeepService(
    IRunUpkeep upkeep,
    BoardGauges gauges,
    IOptions<UpkeepOptions> options,
    TimeProvider time,
    ILogger<UpkeepService> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(options.Value.Interval, time);
        bool storeAway = false;
        long lastRemoval = time.GetTimestamp();
        HashSet<string> unreadable = [];
        HashSet<string> unreadableOld = [];
        do
        {
            try
            {
                UpkeepSummary summary = await upkeep.SweepAsync(stoppingToken);
                gauges.Show(summary);
                if (summary.ExpiredLeases > 0)
                {
                    LogExpired(logger, summary.ExpiredLeases);
                }

                foreach (UnreadableRun run in summary.Unreadable.Where(run => !unreadable.Contains(run.RunId)))
                {
                    LogUnreadable(logger, run.RunId, run.Reason);
                }

                unreadable = [.. summary.Unreadable.Select(run => run.RunId)];
                storeAway = false;
                if (options.Value.Retention is { } retention && time.GetElapsedTime(lastRemoval) >= RemovalInterval(retention))
                {
                    lastRemoval = time.GetTimestamp();
                    RemovalSummary removal = await upkeep.RemoveFinishedAsync(retention, stoppingToken);
                    foreach (string runId in removal.Removed)
                    {
                        LogRemoved(logger, runId, retention);
                    }

                    // Each once, for it is met again with every removal.
                    foreach (UnreadableRun run in removal.Unreadable.Where(run => unreadableOld.Add(run.RunId)))
                    {
                        LogNotRemoved(logger, run.RunId, run.Reason);
                    }
                }
            }
            catch (Exception exception) when (StoreFaults.IsPassing(exception))
            {
                if (!storeAway)
                {
                    LogStoreAway(logger, exception.GetType().Name);
                }

                storeAway = true;
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                // Whatever it is, the upkeep goes on.
                LogFailed(logger, exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    // Often enough for short retentions, seldom enough for long ones.
    private static TimeSpan RemovalInterval(TimeSpan retention) => retention / 4 < TimeSpan.FromMinutes(1) ? retention / 4 : TimeSpan.FromMinutes(1);

    [LoggerMessage(113, LogLevel.Information, "Removed run {RunId}: it was finished for more than {Retention}.")]
    private static partial void LogRemoved(ILogger logger, string runId, TimeSpan retention);

    [LoggerMessage(110, LogLevel.Warning, "Took back {Count} leases that ran out: their agents died or stalled.")]
    private static partial void LogExpired(ILogger logger, int count);

    [LoggerMessage(111, LogLevel.Warning, "Redis does not answer ({Reason}); upkeep goes on when it is back.")]
    private static partial void LogStoreAway(ILogger logger, string reason);

    [LoggerMessage(118, LogLevel.Error, "Run {RunId} is passed over: its records are in no form of ours ({Reason}). If somebody who may write to Redis has changed them, delete the run.")]
    private static partial void LogUnreadable(ILogger logger, string runId, string reason);

    [LoggerMessage(119, LogLevel.Error, "Run {RunId} is not removed: its records are in no form of ours ({Reason}), so nobody can tell when it was finished. It stays until somebody deletes it.")]
    private static partial void LogNotRemoved(ILogger logger, string runId, string reason);

    [LoggerMessage(112, LogLevel.Error, "A sweep of the board failed.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
