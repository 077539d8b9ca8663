namespace ThesisApp.Coordination.Pool;

/// <summary>The time in which one orchestrator looks after a pool of sandboxes.</summary>
/// <param name="Pool">Name of the pool.</param>
/// <param name="Token">Fencing token: larger with each new holder, and no step of an older one is accepted.</param>
public sealed record PoolTerm(string Pool, string Token);
