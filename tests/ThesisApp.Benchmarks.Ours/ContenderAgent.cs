using ThesisApp.Contracts.Agents;
using ThesisApp.Coordination.Agents;
using ThesisApp.Coordination.Board;

namespace ThesisApp.Benchmarks.Ours;

/// <summary>One agent: leases, works, delivers and takes the next, keeps its lease alive and says that it is there, as the real one does.</summary>
internal sealed class ContenderAgent(string id, ITaskBoard board, IAgentRegistry registry, TaskWork work)
{
    private static readonly TimeSpan HeartbeatInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PresenceInterval = TimeSpan.FromSeconds(2);

    private TaskLease? _current;

    /// <summary>Makes the agent known.</summary>
    public Task AnnounceAsync(CancellationToken cancellationToken) => registry.AnnounceAsync(
        new AgentInfo(id, Environment.MachineName, Environment.ProcessId, null, null, 0, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch), cancellationToken);

    /// <summary>Works until the process ends.</summary>
    /// <param name="onFirst">Called when the first task begins.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task WorkAsync(Action onFirst, CancellationToken cancellationToken)
    {
        _ = KeepLeaseAsync(cancellationToken);
        _ = KeepPresenceAsync(cancellationToken);
        TaskLease? lease = null;
        bool started = false;
        while (true)
        {
            lease ??= await board.LeaseAsync(id, cancellationToken);
            if (!started)
            {
                started = true;
                onFirst();
            }

            Volatile.Write(ref _current, lease);
            TaskResult result = await work.DoAsync(lease, cancellationToken);
            CompleteResult answer = await board.CompleteOrWaitAsync(lease, result, cancellationToken);
            await work.DeliveredAsync(lease, answer.Outcome, cancellationToken);
            lease = answer.Next;
            Volatile.Write(ref _current, lease);
        }
    }

    // Beats only for a task that the last tick saw already: short ones need no heartbeat.
    private async Task KeepLeaseAsync(CancellationToken cancellationToken)
    {
        using PeriodicTimer timer = new(HeartbeatInterval);
        TaskLease? seen = null;
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            TaskLease? current = Volatile.Read(ref _current);
            if (current is not null && ReferenceEquals(current, seen))
            {
                await board.HeartbeatAsync(current, 0.5, "benchmark", cancellationToken);
            }

            seen = current;
        }
    }

    private async Task KeepPresenceAsync(CancellationToken cancellationToken)
    {
        using PeriodicTimer timer = new(PresenceInterval);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            await AnnounceAsync(cancellationToken);
        }
    }
}
