using ThesisApp.Contracts.Runs;
using ThesisApp.Coordination.Events;
using ThesisApp.Coordination.Store;

namespace ThesisApp.Orchestrator.Upkeep;

/// <summary>Says in the log when a run has come to its end, and how: what an operator looks for first.</summary>
internal sealed partial class RunEndingsService(IEventLog log, TimeProvider time, ILogger<RunEndingsService> logger) : BackgroundService
{
    private static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await using IRunEndings endings = await log.OpenEndingsAsync(stoppingToken);
                await foreach (RunEnding ending in endings.ReadAllAsync(stoppingToken))
                {
                    Tell(ending);
                }
            }
            catch (Exception exception) when (StoreFaults.IsPassing(exception))
            {
                // The upkeep says already that the store is away.
                await Task.Delay(RetryPause, time, stoppingToken);
            }
        }
    }

    private void Tell(RunEnding ending)
    {
        if (ending.LastEvents is not [.., { } last])
        {
            return;
        }

        if (last.Type == RunEventTypes.RunSucceeded)
        {
            LogSucceeded(logger, ending.RunId);
        }
        else
        {
            LogEnded(logger, ending.RunId, last.Type, last.Message ?? "no reason given");
        }
    }

    [LoggerMessage(116, LogLevel.Information, "Run {RunId} has succeeded.")]
    private static partial void LogSucceeded(ILogger logger, string runId);

    [LoggerMessage(117, LogLevel.Warning, "Run {RunId} has ended otherwise than by success ({Event}): {Reason}")]
    private static partial void LogEnded(ILogger logger, string runId, string @event, string reason);
}
