namespace ThesisApp.Coordination.Pool;

/// <summary>What orchestrators share of a pool of sandboxes: which of them looks after it, and which sandboxes are in it.</summary>
public interface IPoolStore
{
    /// <summary>Begins a term, or goes on with the own one.</summary>
    /// <returns>Null while another orchestrator is at it.</returns>
    Task<PoolTerm?> LeadAsync(string pool, string holder, TimeSpan duration, CancellationToken cancellationToken);

    /// <summary>Ends the own term.</summary>
    Task ResignAsync(PoolTerm term, CancellationToken cancellationToken);

    /// <summary>Enters a sandbox: before it is started, so that no other takes its place; and again after, to learn whether it may stay.</summary>
    Task<PoolClaim> ClaimAsync(PoolTerm term, string sandboxId, int most, CancellationToken cancellationToken);

    /// <summary>Takes out a sandbox that is there no more.</summary>
    /// <returns>False if the term is over.</returns>
    Task<bool> ForgetAsync(PoolTerm term, string sandboxId, CancellationToken cancellationToken);

    /// <summary>The sandboxes of a pool.</summary>
    Task<IReadOnlyList<string>> ListAsync(string pool, CancellationToken cancellationToken);

    /// <summary>Looks how much work there is.</summary>
    Task<PoolDemand> MeasureDemandAsync(CancellationToken cancellationToken);

    /// <summary>Looks how much work each run has: every active one, those without any included.</summary>
    Task<IReadOnlyList<RunDemand>> MeasureRunsAsync(CancellationToken cancellationToken);

    /// <summary>Waits until the board announces that tasks have become ready or a run has ended, at most for a time.</summary>
    Task WaitForWorkAsync(TimeSpan limit, CancellationToken cancellationToken);
}
