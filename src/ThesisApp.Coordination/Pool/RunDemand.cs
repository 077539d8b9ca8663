namespace ThesisApp.Coordination.Pool;

/// <summary>How much work of a run there is for agents.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Priority">Runs with a higher one go first.</param>
/// <param name="Weight">Its share among those of its priority.</param>
/// <param name="Demand">The work.</param>
public sealed record RunDemand(string RunId, int Priority, int Weight, PoolDemand Demand);
