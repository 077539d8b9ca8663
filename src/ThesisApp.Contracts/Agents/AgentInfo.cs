namespace ThesisApp.Contracts.Agents;

/// <summary>An agent as it described itself in its last heartbeat.</summary>
/// <param name="Id">Unique for each process.</param>
/// <param name="Host">The machine, container or pod.</param>
/// <param name="ProcessId">Its process id there.</param>
/// <param name="RunId">The run it works for, or null when idle.</param>
/// <param name="TaskId">The task it holds, or null when idle.</param>
/// <param name="TasksDone">Results that it delivered and that were accepted.</param>
/// <param name="StartedAt">When the process started.</param>
/// <param name="LastSeenAt">Its last heartbeat (the store's clock).</param>
public sealed record AgentInfo(
    string Id,
    string Host,
    int ProcessId,
    string? RunId,
    string? TaskId,
    long TasksDone,
    DateTimeOffset StartedAt,
    DateTimeOffset LastSeenAt);
