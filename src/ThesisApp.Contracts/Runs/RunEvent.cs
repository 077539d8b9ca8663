namespace ThesisApp.Contracts.Runs;

/// <summary>An entry of a run's event log.</summary>
/// <param name="Sequence">Position in the log, from 1; the server-sent event's id.</param>
/// <param name="At">When it happened (the store's clock).</param>
/// <param name="Type">What happened; see <see cref="RunEventTypes"/>.</param>
/// <param name="TaskId">The task it concerns, or null.</param>
/// <param name="Agent">The agent it concerns, or null.</param>
/// <param name="Attempt">The task's attempt, from 1; 0 where it does not apply.</param>
/// <param name="Message">Details for a person, or null.</param>
public sealed record RunEvent(long Sequence, DateTimeOffset At, string Type, string? TaskId, string? Agent, int Attempt, string? Message);
