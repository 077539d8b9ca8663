namespace ThesisApp.Coordination.Board;

/// <summary>What a heartbeat brings back.</summary>
public enum HeartbeatResult
{
    /// <summary>The lease was extended.</summary>
    Extended,

    /// <summary>The lease is another's by now, or the run is gone: stop, nothing of this work will be taken.</summary>
    LeaseLost,

    /// <summary>The run was cancelled: stop.</summary>
    RunCancelled,
}
