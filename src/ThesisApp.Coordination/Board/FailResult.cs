namespace ThesisApp.Coordination.Board;

/// <summary>What became of a failed task.</summary>
public enum FailResult
{
    /// <summary>It will be tried again.</summary>
    Retried,

    /// <summary>It is a dead letter now.</summary>
    Dead,

    /// <summary>The report came too late: the lease is another's.</summary>
    LeaseLost,
}
