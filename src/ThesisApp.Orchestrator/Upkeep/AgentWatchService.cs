using Microsoft.Extensions.Options;
using ThesisApp.Coordination.Store;
using ThesisApp.Coordination.Upkeep;

namespace ThesisApp.Orchestrator.Upkeep;

/// <summary>Looks again and again which agents have died. Any number of orchestrators may do so at once; without any, the tasks of dead agents wait for the ends of their leases.</summary>
internal sealed partial class AgentWatchService(IAgentWatch watch, IOptions<UpkeepOptions> options, TimeProvider time, ILogger<AgentWatchService> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(options.Value.WatchInterval, time);
        bool failing = false;
        do
        {
            try
            {
                int count = await watch.LookAsync(stoppingToken);
                if (count > 0)
                {
                    LogTakenBack(logger, count);
                }

                failing = false;
            }
            catch (Exception exception) when (StoreFaults.IsPassing(exception))
            {
                // The sweeps say so already.
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                // A store that does not let itself be asked is one to wait for leases with: said once, not four times a second.
                if (!failing)
                {
                    LogFailed(logger, exception);
                }

                failing = true;
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(114, LogLevel.Warning, "Took back {Count} leases of agents that are no longer connected.")]
    private static partial void LogTakenBack(ILogger logger, int count);

    [LoggerMessage(115, LogLevel.Error, "It cannot be seen which agents are connected; the tasks of dead ones wait for the ends of their leases.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
