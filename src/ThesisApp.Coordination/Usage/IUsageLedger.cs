namespace ThesisApp.Coordination.Usage;

/// <summary>What models took for each run. Written when an answer has come, whatever becomes of the agent that asked for it.</summary>
public interface IUsageLedger
{
    /// <summary>Adds to the account of a run; one that is gone has none.</summary>
    Task AddAsync(string runId, UsageEntry entry, CancellationToken cancellationToken);

    /// <summary>What a run has taken of its budget.</summary>
    Task<SpentBudget> ReadSpentAsync(string runId, CancellationToken cancellationToken);

    /// <summary>The account by task, stage and model, in that order.</summary>
    Task<IReadOnlyList<UsageEntry>> ReadAsync(string runId, CancellationToken cancellationToken);
}
