using System.Globalization;
using StackExchange.Redis;
using ThesisApp.Coordination.Store;

namespace ThesisApp.Coordination.Board;

/// <summary>Wakes idle agents of this process when the board announces ready tasks.</summary>
internal sealed class WorkSignal(IConnectionMultiplexer redis) : IDisposable
{
    // More permits than any process has idle agents only cause needless tries.
    private const int MaxPermits = 64;

    private readonly SemaphoreSlim _permits = new(0);
    private readonly SemaphoreSlim _subscribing = new(1, 1);
    private bool _subscribed;
    private int _waiting;
    private long _looks;

    /// <summary>Runs that may have work.</summary>
    public RunRotation Rotation { get; } = new();

    /// <summary>How often the runs were looked at.</summary>
    public long Looks => Interlocked.Read(ref _looks);

    /// <summary>Subscribes once; the client restores the subscription after a lost connection.</summary>
    public async Task EnsureSubscribedAsync(CancellationToken cancellationToken)
    {
        if (_subscribed)
        {
            return;
        }

        await _subscribing.WaitAsync(cancellationToken);
        try
        {
            if (!_subscribed)
            {
                await redis.GetSubscriber().SubscribeAsync(GlobalKeys.Wake, (_, message) => OnWake(message.ToString())).WaitAsync(cancellationToken);
                _subscribed = true;
            }
        }
        finally
        {
            _subscribing.Release();
        }
    }

    /// <summary>Waits for an announcement or a look at the runs, at most for a time.</summary>
    /// <param name="limit">The time.</param>
    /// <param name="looks">What <see cref="Looks"/> was before the agent found nothing: one since then ends the wait, too.</param>
    /// <param name="cancellationToken">Ends the wait with an exception.</param>
    public async Task WaitAsync(TimeSpan limit, long looks, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _waiting);
        try
        {
            if (Looks == looks)
            {
                await _permits.WaitAsync(limit, cancellationToken);
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <summary>Ends the wait of every idle agent of this process: a look at the runs may have found some.</summary>
    public void WakeAll()
    {
        Interlocked.Increment(ref _looks);
        Wake(Volatile.Read(ref _waiting));
    }

    public void Dispose()
    {
        _permits.Dispose();
        _subscribing.Dispose();
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
