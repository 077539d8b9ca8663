using System.Diagnostics;
using ThesisApp.Coordination.Board;

namespace ThesisApp.Benchmarks.Measurements;

/// <summary>An agent whose work takes no time: what is left is the board's.</summary>
internal sealed class BoardAgent(ITaskBoard board, string id, byte[] artifact)
{
    private readonly List<double> _milliseconds = [];

    /// <summary>Times from one lease to the next.</summary>
    public IReadOnlyList<double> Milliseconds => _milliseconds;

    /// <summary>Works until nothing is left to be done.</summary>
    /// <param name="isLast">Told of every accepted result; says whether it was the last.</param>
    /// <param name="ended">Fires when another agent has delivered the last result.</param>
    public async Task WorkAsync(Func<bool> isLast, CancellationToken ended)
    {
        try
        {
            TaskLease lease = await board.LeaseAsync(id, ended);
            while (true)
            {
                long start = Stopwatch.GetTimestamp();
                TaskResult result = new() { Artifacts = new Dictionary<string, ReadOnlyMemory<byte>> { [lease.Task.Id] = artifact } };
                CompleteResult answer = await board.CompleteAsync(lease, result, takeNext: true, ended);
                if (answer.Outcome != CompleteOutcome.Accepted)
                {
                    throw new InvalidOperationException($"The result of {lease.Task.Id} was {answer.Outcome}.");
                }

                if (isLast())
                {
                    return;
                }

                lease = answer.Next ?? await board.LeaseAsync(id, ended);
                _milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // All is done.
        }
    }
}
