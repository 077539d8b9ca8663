using System.Globalization;
using StackExchange.Redis;
using ThesisApp.Coordination.Store;

namespace ThesisApp.Coordination.Board;

/// <summary>Wakes idle agents of this process when the board announces ready tasks.</summary>
internal sealed class WorkSignal(IConnectionMultiplexer redis, TimeProvider time) : IDisposable
{
    // More wake-ups in stock than any process has idle agents only cause needless tries.
    private const int MostInStock = 64;

    private readonly Lock _lock = new();
    private readonly LinkedList<Waiter> _waiting = [];
    private readonly SemaphoreSlim _subscribing = new(1, 1);
    private bool _subscribed;
    private int _stock;
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
        Waiter waiter = new();
        LinkedListNode<Waiter> place;
        lock (_lock)
        {
            if (_stock > 0)
            {
                _stock--;
                return;
            }

            if (_looks != looks)
            {
                return;
            }

            place = _waiting.AddLast(waiter);
        }

        try
        {
            using ITimer timer = time.CreateTimer(static state => ((Waiter)state!).TrySetResult(), waiter, limit, Timeout.InfiniteTimeSpan);
            using CancellationTokenRegistration cancelling = cancellationToken.UnsafeRegister(static (state, token) => ((Waiter)state!).TrySetCanceled(token), waiter);
            await waiter.Task;
        }
        finally
        {
            lock (_lock)
            {
                if (place.List is not null)
                {
                    _waiting.Remove(place);
                }
            }
        }
    }

    /// <summary>Ends the wait of every idle agent of this process: a look at the runs may have found some.</summary>
    public void WakeAll()
    {
        lock (_lock)
        {
            _looks++;
        }

        Wake(int.MaxValue, keep: false);
    }

    public void Dispose() => _subscribing.Dispose();

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
        Wake(count, keep: true);
    }

    // Wakes that many agents; if fewer wait, those who come next do not wait, if the rest is kept.
    private void Wake(int agents, bool keep)
    {
        while (agents > 0)
        {
            Waiter waiter;
            lock (_lock)
            {
                if (_waiting.First is not { } first)
                {
                    _stock = keep ? Math.Min(MostInStock, _stock + agents) : _stock;
                    return;
                }

                _waiting.Remove(first);
                waiter = first.Value;
            }

            // It counts only for one whose time was not up just now.
            agents -= waiter.TrySetResult() ? 1 : 0;
        }
    }

    // Continued on another thread: the one that brings announcements must not be kept.
    private sealed class Waiter() : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
}
