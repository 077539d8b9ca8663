using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ThesisApp.Contracts.Agents;
using ThesisApp.Coordination.Agents;
using ThesisApp.Coordination.Board;

namespace ThesisApp.Agent.Work;

/// <summary>Says that the agent is there and what it does.</summary>
internal sealed partial class Presence(IAgentRegistry registry, AgentStatus status, IOptions<AgentOptions> options, TimeProvider time, ILogger<Presence> logger)
    : BackgroundService
{
    private readonly DateTimeOffset _startedAt = time.GetUtcNow();

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // Before the first lease: an agent that dies with a task in hand must have been there for others to see.
        await AnnounceAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await registry.WithdrawAsync(options.Value.Id, cancellationToken).WaitAsync(options.Value.ReleaseTimeout, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogNotAnnounced(logger, exception.Message);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(options.Value.PresenceInterval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await AnnounceAsync(stoppingToken);
        }
    }

    private async Task AnnounceAsync(CancellationToken cancellationToken)
    {
        try
        {
            TaskLease? current = status.Current;
            await registry.AnnounceAsync(
                new AgentInfo(
                    options.Value.Id, Environment.MachineName, Environment.ProcessId, current?.RunId, current?.Task.Id,
                    status.TasksDone, _startedAt, time.GetUtcNow()),
                cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // Only the list of agents suffers; the next announcement mends it.
            LogNotAnnounced(logger, exception.Message);
        }
    }

    [LoggerMessage(30, LogLevel.Debug, "The agent's presence could not be recorded: {Reason}")]
    private static partial void LogNotAnnounced(ILogger logger, string reason);
}
