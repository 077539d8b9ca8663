using Microsoft.Extensions.Hosting;

namespace ThesisApp.Agent.Work;

/// <summary>Gives the memory of finished work back to the operating system when there is no more work: many agents wait on one machine.</summary>
internal sealed class IdleTrim(AgentStatus status, TimeProvider time) : BackgroundService
{
    // Longer than the gap between two tasks of a run, so that it never costs a working agent anything.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        long trimmedAt = 0;
        long seenAt = 0;
        using PeriodicTimer timer = new(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            long done = status.TasksDone;
            if (status.Current is null && done == seenAt && done != trimmedAt)
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                trimmedAt = done;
            }

            seenAt = done;
        }
    }
}
