using ThesisApp.Contracts.Runs;

namespace ThesisApp.Coordination.Events;

/// <summary>What happened in a run, in order.</summary>
public interface IEventLog
{
    /// <summary>Events after a sequence number (0 for all), at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<RunEvent>> ReadAsync(string runId, long after, int limit, CancellationToken cancellationToken);

    /// <summary>Events after a sequence number, then each new one as it comes; ends after the event that makes the run final, or when the run is gone.</summary>
    IAsyncEnumerable<RunEvent> FollowAsync(string runId, long after, CancellationToken cancellationToken);
}
