namespace ThesisApp.Coordination.Upkeep;

/// <summary>What must be done now and then, by any orchestrator, so that nothing depends on agents asking for work.</summary>
public interface IRunUpkeep
{
    /// <summary>Takes expired leases back, makes due retries ready, takes runs off the index of active ones that are active no more. Safe to run in several places at once.</summary>
    Task<UpkeepSummary> SweepAsync(CancellationToken cancellationToken);

    /// <summary>Deletes runs that have been finished for longer than a time (the store's clock), a hundred at most.</summary>
    /// <returns>The runs that are gone, and those that nobody can read.</returns>
    Task<RemovalSummary> RemoveFinishedAsync(TimeSpan retention, CancellationToken cancellationToken);
}
