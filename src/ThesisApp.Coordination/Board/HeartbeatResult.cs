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

    /// <summary>The run was paused: give the task back; it is handed out again once the run is resumed.</summary>
    RunPaused,
}
