using ThesisApp.Core.Graph;

namespace ThesisApp.Coordination.Board;

/// <summary>The right to work on a task until a deadline.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Task">What is to be done.</param>
/// <param name="AgentId">Who holds it.</param>
/// <param name="Token">Fencing token: strictly growing within a run; the board takes a result only with the current one.</param>
/// <param name="Attempt">From 1.</param>
/// <param name="Deadline">When it ends unless a heartbeat extends it (the store's clock).</param>
/// <param name="Duration">How long it lasts from each heartbeat.</param>
/// <param name="TraceParent">W3C traceparent of the run's request, or null.</param>
public sealed record TaskLease(
    string RunId,
    TaskDefinition Task,
    string AgentId,
    string Token,
    int Attempt,
    DateTimeOffset Deadline,
    TimeSpan Duration,
    string? TraceParent)
{
    /// <summary>Timestamp of the first lease of the turn that this one belongs to: an agent asks the runs in turn, and a turn may last for several short tasks.</summary>
    internal long TurnBegan { get; init; }
}
