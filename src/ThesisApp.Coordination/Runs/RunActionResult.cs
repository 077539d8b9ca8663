namespace ThesisApp.Coordination.Runs;

/// <summary>What became of an action on a run or task.</summary>
public enum RunActionResult
{
    /// <summary>It took effect.</summary>
    Applied,

    /// <summary>It was so already; nothing changed.</summary>
    Unchanged,

    /// <summary>There is no such run or task.</summary>
    NotFound,

    /// <summary>The state does not allow it: a final run can't be paused, a task that is no dead letter can't be retried.</summary>
    Conflict,
}
