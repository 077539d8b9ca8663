namespace ThesisApp.Coordination.Pool;

/// <summary>What became of entering a sandbox into a pool.</summary>
public enum PoolClaim
{
    /// <summary>It is a member.</summary>
    Entered,

    /// <summary>The pool has as many as it may have.</summary>
    Full,

    /// <summary>The term is over: another orchestrator looks after the pool.</summary>
    TermOver,
}
