namespace ThesisApp.Contracts.Runs;

/// <summary>A run as a user sees it.</summary>
/// <param name="Id">Identifier, URL-safe.</param>
/// <param name="Title">The thesis's title.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Reason">Why it failed or was cancelled, or paused for want of budget, and what to do; null otherwise.</param>
/// <param name="CreatedAt">When it was submitted (the store's clock).</param>
/// <param name="FinishedAt">When it reached a final state, or null.</param>
/// <param name="Tasks">Tasks by state.</param>
/// <param name="TraceId">W3C id (32 hex digits) of the one trace that spans the run, or null.</param>
public sealed record RunInfo(
    string Id,
    string Title,
    RunState State,
    string? Reason,
    DateTimeOffset CreatedAt,
    DateTimeOffset? FinishedAt,
    TaskCounts Tasks,
    string? TraceId)
{
    /// <summary>Which part of the agents' time it gets beside other runs.</summary>
    public RunShare Share { get; init; } = RunShare.Default;

    /// <summary>True once the run can no longer go on by itself.</summary>
    public bool IsFinal => State is RunState.Succeeded or RunState.Failed or RunState.Cancelled;

    /// <summary>True once nothing more happens unless somebody acts: it is final, waits for an approval, or was paused for a reason of its own, such as a budget that is used up.</summary>
    public bool IsAtRest => IsFinal || State == RunState.AwaitingApproval || (State == RunState.Paused && Reason is not null);
}
