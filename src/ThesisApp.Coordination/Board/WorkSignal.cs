using System.Globalization;
using StackExchange.Redis;
using ThesisApp.Coordination.Store;

namespace ThesisApp.Coordination.Board;

/// <summary>Wakes idle agents of this process when the board announces ready tasks.</summary>
internal sealed class WorkSignal : IDisposable
{
    // More permits than any process has idle agents only cause needless tries.
    private const int MaxPermits = 64;

    private readonly SemaphoreSlim _permits = new(0);
    private readonly LazySubscription _announcements;
    private int _waiting;
    private long _looks;

    public WorkSignal(IConnectionMultiplexer redis) => _announcements = new(redis, GlobalKeys.Wake, message => OnWake(message.ToString()));

    /// <summary>Runs that may have work.</summary>
    public RunRotation Rotation { get; } = new();

    /// <summary>How often the runs were looked at.</summary>
    public long Looks => Interlocked.Read(ref _looks);

    /// <summary>Listens from now on.</summary>
    public Task EnsureSubscribedAsync(CancellationToken cancellationToken) => _announcements.EnsureAsync(cancellationToken);

    /// <summary>Waits for an announcement, a look at the runs, or a task that is handed over, at most for a time.</summary>
    /// <param name="limit">The time.</param>
    /// <param name="looks">What <see cref="Looks"/> was before the agent found nothing: one since then ends the wait, too.</param>
    /// <param name="handed">Ends when a task is handed over.</param>
    /// <param name="cancellationToken">Ends the wait with an exception.</param>
    /// <returns>True if it was an announcement, of which each wakes as many agents as it tells of tasks.</returns>
    public async Task<bool> WaitAsync(TimeSpan limit, long looks, Task handed, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _waiting);
        try
        {
            if (Looks != looks || handed.IsCompleted)
            {
                return false;
            }

            CancellationTokenSource over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            Task<bool> woken = _permits.WaitAsync(limit, over.Token);
            await Task.WhenAny(woken, handed);
            if (!woken.IsCompleted)
            {
                _ = AbandonAsync(woken, over);
                return false;
            }

            over.Dispose();
            return await woken;
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <summary>Leaves an announcement to another agent.</summary>
    public void PassOn() => Wake(1);

    /// <summary>Ends the wait of every idle agent of this process: a look at the runs may have found some.</summary>
    public void WakeAll()
    {
        Interlocked.Increment(ref _looks);
        Wake(Volatile.Read(ref _waiting));
    }

    public void Dispose()
    {
        _permits.Dispose();
        _announcements.Dispose();
    }

    private async Task AbandonAsync(Task<bool> woken, CancellationTokenSource over)
    {
        using (over)
        {
            await over.CancelAsync();
            await ((Task)woken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (woken is { IsCompletedSuccessfully: true, Result: true })
        {
            PassOn();
        }
    }

    private void OnWake(string message)
    {
        int colon = message.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || !int.TryParse(message.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out int count))
        {
            return;
        }

        string runId = message[(colon + 1)..];
        if (count == 0)
        {
            // It has come to its end: nobody needs to ask it for that.
            Rotation.Forget(runId);
            return;
        }

        Rotation.Offer(runId);
        Wake(count);
    }

    private void Wake(int agents)
    {
        int permits = Math.Min(agents, MaxPermits - _permits.CurrentCount);
        if (permits > 0)
        {
            _permits.Release(permits);
        }
    }
}
