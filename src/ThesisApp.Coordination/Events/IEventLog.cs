using ThesisApp.Contracts.Runs;

namespace ThesisApp.Coordination.Events;

/// <summary>What happened in a run, in order.</summary>
public interface IEventLog
{
    /// <summary>Events after a sequence number (0 for all), at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<RunEvent>> ReadAsync(string runId, long after, int limit, CancellationToken cancellationToken);

    /// <summary>Events after a sequence number, then each new one as it comes; ends after the event that makes the run final, or when the run is gone.</summary>
    IAsyncEnumerable<RunEvent> FollowAsync(string runId, long after, CancellationToken cancellationToken);

    /// <summary>
    /// Each run that comes to its end, as it does, from the moment at which the task is done: one subscription for who waits for many runs. An end that falls into a time
    /// without a connection to the store, or comes while more are waiting to be read than are kept, is not told: only <see cref="FollowAsync"/> and the run's state are certain.
    /// </summary>
    Task<IRunEndings> OpenEndingsAsync(CancellationToken cancellationToken);
}
