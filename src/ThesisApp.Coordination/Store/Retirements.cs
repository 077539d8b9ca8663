using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ThesisApp.Coordination.Store;

/// <summary>
/// Takes runs that have ended off the index of active ones, a little later and many at a time: an agent between two tasks does not wait for it. What a process that dies leaves undone, the next
/// look at the index does, by whomever.
/// </summary>
internal sealed partial class Retirements(ActiveRuns activeRuns, TimeProvider time, ILogger<Retirements> logger) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentQueue<string> _ended = [];
    private readonly CancellationTokenSource _stopping = new();
    private int _isPlanned;

    /// <summary>Notes a run that has ended, or is not there.</summary>
    public void Add(string runId)
    {
        _ended.Enqueue(runId);
        if (Interlocked.Exchange(ref _isPlanned, 1) == 0)
        {
            _ = RetireAsync(_stopping.Token);
        }
    }

    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
    }

    private async Task RetireAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(Pause, time, cancellationToken);
            Volatile.Write(ref _isPlanned, 0);
            List<Task> retiring = [];
            while (_ended.TryDequeue(out string? runId))
            {
                retiring.Add(activeRuns.RetireAsync(runId, cancellationToken));
            }

            await Task.WhenAll(retiring);
        }
        catch (Exception exception) when (StoreFaults.IsPassing(exception))
        {
            LogUnreachable(logger, exception.Message);
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // The process ends.
        }
    }

    [LoggerMessage(4, LogLevel.Debug, "Ended runs stay on the index until somebody looks at it: {Reason}")]
    private static partial void LogUnreachable(ILogger logger, string reason);
}
