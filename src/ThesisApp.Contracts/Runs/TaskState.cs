using System.Text.Json.Serialization;

namespace ThesisApp.Contracts.Runs;

/// <summary>Where a task stands.</summary>
public enum TaskState
{
    /// <summary>Something that it needs is not done yet.</summary>
    [JsonStringEnumMemberName("waiting")] Waiting,

    /// <summary>All that it needs is done; the next free agent takes it.</summary>
    [JsonStringEnumMemberName("ready")] Ready,

    /// <summary>It failed for a passing reason and is retried after a pause.</summary>
    [JsonStringEnumMemberName("delayed")] Delayed,

    /// <summary>An agent holds its lease.</summary>
    [JsonStringEnumMemberName("leased")] Leased,

    /// <summary>Its result was accepted; it never changes again.</summary>
    [JsonStringEnumMemberName("done")] Done,

    /// <summary>A dead letter: it failed for good, or out of attempts.</summary>
    [JsonStringEnumMemberName("dead")] Dead,

    /// <summary>Its run was cancelled before it was done.</summary>
    [JsonStringEnumMemberName("cancelled")] Cancelled,
}
