using System.Globalization;
using StackExchange.Redis;
using ThesisApp.Coordination.Store;

namespace ThesisApp.Coordination.Board;

/// <summary>Wakes idle agents of this process when the board announces ready tasks.</summary>
internal sealed class WorkSignal : IDisposable
{
    // More permits than any process has idle agents only cause needless tries.
    private const int MaxPermits = 64;

    private readonly Lock _lock = new();

    // Who waits, the first one first; each takes itself out at its end.
    private readonly LinkedList<IdleWait> _waits = [];
    private readonly LazySubscription _announcements;
    private readonly TimeProvider _time;

    // Announced tasks that nobody waited for.
    private int _permits;
    private bool _isDisposed;
    private long _looks;

    public WorkSignal(IConnectionMultiplexer redis, TimeProvider time)
    {
        _announcements = new(redis, GlobalKeys.Wake, message => OnWake(message.ToString()));
        _time = time;
    }

    /// <summary>Runs that may have work.</summary>
    public RunRotation Rotation { get; } = new();

    /// <summary>How often the runs were looked at.</summary>
    public long Looks => Interlocked.Read(ref _looks);

    /// <summary>How many agents of this process wait.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock)
            {
                return _waits.Count;
            }
        }
    }

    /// <summary>Listens from now on.</summary>
    public Task EnsureSubscribedAsync(CancellationToken cancellationToken) => _announcements.EnsureAsync(cancellationToken);

    /// <summary>Waits for an announcement, a look at the runs, or a task that is handed over, at most for a time.</summary>
    /// <param name="limit">The time.</param>
    /// <param name="looks">What <see cref="Looks"/> was before the agent found nothing: one since then ends the wait, too.</param>
    /// <param name="place">Where a task is handed over; null for an agent that is handed none.</param>
    /// <param name="cancellationToken">Ends the wait with an exception.</param>
    /// <returns>True if it was an announcement, of which each wakes as many agents as it tells of tasks.</returns>
    public async Task<bool> WaitAsync(TimeSpan limit, long looks, WaitingPlace? place, CancellationToken cancellationToken)
    {
        if (Looks != looks || place is { Handed.IsCompleted: true })
        {
            return false;
        }

        IdleWait wait = new();
        LinkedListNode<IdleWait> node = new(wait);
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (_permits > 0)
            {
                _permits--;
                return true;
            }

            _waits.AddLast(node);
        }

        try
        {
            place?.EndWhenHanded(wait);

            // One that came before the wait was in the list has not ended it.
            if (Looks != looks)
            {
                wait.TryEnd(isAnnounced: false);
            }

            using ITimer timer = _time.CreateTimer(static state => ((IdleWait)state!).TryEnd(isAnnounced: false), wait, limit, Timeout.InfiniteTimeSpan);
            using CancellationTokenRegistration stopping = cancellationToken.UnsafeRegister(static (state, token) => ((IdleWait)state!).Cancel(token), wait);
            return await wait.Ended;
        }
        finally
        {
            lock (_lock)
            {
                _waits.Remove(node);
            }
        }
    }

    /// <summary>Leaves an announcement to another agent.</summary>
    public void PassOn() => Wake(1);

    /// <summary>Ends the wait of every idle agent of this process: a look at the runs may have found some.</summary>
    public void WakeAll()
    {
        Interlocked.Increment(ref _looks);
        lock (_lock)
        {
            foreach (IdleWait wait in _waits)
            {
                wait.TryEnd(isAnnounced: false);
            }
        }
    }

    /// <summary>Ends every wait as if its agent was to stop: nobody leases for services that are gone.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            foreach (IdleWait wait in _waits)
            {
                wait.Cancel(new CancellationToken(canceled: true));
            }
        }

        _announcements.Dispose();
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

    // As many as there are tasks; one that has just been woken otherwise is passed by.
    private void Wake(int agents)
    {
        lock (_lock)
        {
            for (LinkedListNode<IdleWait>? node = _waits.First; node is not null && agents > 0; node = node.Next)
            {
                if (node.Value.TryEnd(isAnnounced: true))
                {
                    agents--;
                }
            }

            _permits = Math.Min(_permits + agents, MaxPermits);
        }
    }
}
