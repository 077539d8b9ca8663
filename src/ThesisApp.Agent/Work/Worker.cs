using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ThesisApp.Coordination.Board;

namespace ThesisApp.Agent.Work;

/// <summary>The agent's life: lease, work, report, take the next.</summary>
internal sealed partial class Worker(
    ITaskBoard board,
    TaskRunner runner,
    AgentStatus status,
    IOptions<AgentOptions> options,
    IHostApplicationLifetime lifetime,
    ILogger<Worker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        LogReady(logger, options.Value.Id);
        try
        {
            // Without a task in hand even an agent that is to stop asks once more: one may have been handed to it since its last result.
            TaskLease? lease = null;
            while (lease is null || !stoppingToken.IsCancellationRequested)
            {
                lease ??= await board.LeaseAsync(options.Value.Id, stoppingToken);
                status.Current = lease;
                lease = await runner.RunAsync(lease, takeNext: !options.Value.Once, stoppingToken);
                status.Current = lease;
                if (options.Value.Once)
                {
                    break;
                }
            }

            if (lease is not null)
            {
                await runner.ReleaseAsync(lease);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            LogStopping(logger, options.Value.Id);
        }
        catch
        {
            // The host stops in order all the same; whoever looks after the process must see that it did not mean to.
            Environment.ExitCode = 1;
            throw;
        }
        finally
        {
            lifetime.StopApplication();
        }
    }

    [LoggerMessage(20, LogLevel.Information, "Agent {AgentId} is ready for work.")]
    private static partial void LogReady(ILogger logger, string agentId);

    [LoggerMessage(21, LogLevel.Information, "Agent {AgentId} stops.")]
    private static partial void LogStopping(ILogger logger, string agentId);
}
