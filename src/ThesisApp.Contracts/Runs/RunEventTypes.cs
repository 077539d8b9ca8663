namespace ThesisApp.Contracts.Runs;

/// <summary>The values of <see cref="RunEvent.Type"/>.</summary>
public static class RunEventTypes
{
    /// <summary>The run was submitted.</summary>
    public const string RunCreated = "run-created";

    /// <summary>No more tasks are handed out for now.</summary>
    public const string RunPaused = "run-paused";

    /// <summary>Tasks are handed out again.</summary>
    public const string RunResumed = "run-resumed";

    /// <summary>The outline is there and waits for the user's approval.</summary>
    public const string RunAwaitingApproval = "run-awaiting-approval";

    /// <summary>A user approved the outline, as it was planned or edited.</summary>
    public const string OutlineApproved = "outline-approved";

    /// <summary>A user ended the run.</summary>
    public const string RunCancelled = "run-cancelled";

    /// <summary>Every task is done.</summary>
    public const string RunSucceeded = "run-succeeded";

    /// <summary>Dead letters stand in the way of the rest.</summary>
    public const string RunFailed = "run-failed";

    /// <summary>A user edited, locked, unlocked or commented on a section; what depends on it is done again.</summary>
    public const string SectionRevised = "section-revised";

    /// <summary>A run that had ended goes on, since a user has changed something.</summary>
    public const string RunReopened = "run-reopened";

    /// <summary>An agent took the task.</summary>
    public const string TaskLeased = "task-leased";

    /// <summary>The task's result was accepted.</summary>
    public const string TaskDone = "task-done";

    /// <summary>The task failed for a passing reason and will be tried again.</summary>
    public const string TaskRetried = "task-retried";

    /// <summary>The task failed for good.</summary>
    public const string TaskDead = "task-dead";

    /// <summary>The lease ran out without a heartbeat; the task is ready again.</summary>
    public const string TaskExpired = "task-expired";

    /// <summary>The agent gave the task back unharmed.</summary>
    public const string TaskReleased = "task-released";

    /// <summary>A user gave a dead letter another chance.</summary>
    public const string TaskRevived = "task-revived";

    /// <summary>A running task added tasks to the graph.</summary>
    public const string GraphExtended = "graph-extended";
}
