using System.Text.Json.Serialization;

namespace ThesisApp.Contracts.Runs;

/// <summary>Where a run stands.</summary>
public enum RunState
{
    /// <summary>Tasks are being handed out.</summary>
    [JsonStringEnumMemberName("running")] Running,

    /// <summary>No new task is handed out; those in flight finish.</summary>
    [JsonStringEnumMemberName("paused")] Paused,

    /// <summary>The outline is there, and nothing is handed out until a user approves it or sends an edited one.</summary>
    [JsonStringEnumMemberName("awaiting-approval")] AwaitingApproval,

    /// <summary>Every task is done.</summary>
    [JsonStringEnumMemberName("succeeded")] Succeeded,

    /// <summary>Nothing more can be done: at least one dead letter stands in the way.</summary>
    [JsonStringEnumMemberName("failed")] Failed,

    /// <summary>A user ended it.</summary>
    [JsonStringEnumMemberName("cancelled")] Cancelled,
}
