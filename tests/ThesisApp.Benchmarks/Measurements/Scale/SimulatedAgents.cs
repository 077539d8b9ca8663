using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using ThesisApp.Coordination.Board;

namespace ThesisApp.Benchmarks.Measurements.Scale;

/// <summary>Many agents whose tasks take no time, on a few connections: what is left is the board.</summary>
internal sealed class SimulatedAgents(IReadOnlyList<ServiceProvider> processes, int agents)
{
    private readonly ConcurrentBag<double> _leaseMilliseconds = [];

    /// <summary>Times of single leases, from the call to the answer.</summary>
    public IReadOnlyCollection<double> LeaseMilliseconds => _leaseMilliseconds;

    /// <summary>Works until a number of tasks is done.</summary>
    public async Task WorkAsync(long tasks, CancellationToken cancellationToken)
    {
        using CancellationTokenSource done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        long left = tasks;
        await Task.WhenAll(Enumerable.Range(0, agents).Select(i => Task.Run(() => WorkAsync(i), CancellationToken.None)));

        async Task WorkAsync(int index)
        {
            ITaskBoard board = processes[index % processes.Count].GetRequiredService<ITaskBoard>();
            string id = $"simulated-{index}";
            try
            {
                TaskLease? lease = null;
                while (!done.IsCancellationRequested)
                {
                    if (lease is null)
                    {
                        long start = Stopwatch.GetTimestamp();
                        lease = await board.LeaseAsync(id, done.Token);
                        _leaseMilliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                    }

                    CompleteResult answer = await board.CompleteAsync(lease, new TaskResult(), takeNext: true, done.Token);
                    lease = answer.Next;
                    if (Interlocked.Decrement(ref left) == 0)
                    {
                        await done.CancelAsync();
                    }
                }
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                // All is done.
            }
        }
    }
}
