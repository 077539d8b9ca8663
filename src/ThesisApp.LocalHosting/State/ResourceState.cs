using System.Text.Json.Serialization;

namespace ThesisApp.LocalHosting.State;

/// <summary>Where a resource stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ResourceState>))]
public enum ResourceState
{
    /// <summary>It waits for others.</summary>
    [JsonStringEnumMemberName("waiting")] Waiting,

    /// <summary>It was started and is not healthy yet.</summary>
    [JsonStringEnumMemberName("starting")] Starting,

    /// <summary>It runs and is healthy.</summary>
    [JsonStringEnumMemberName("running")] Running,

    /// <summary>It died and is started again after a pause.</summary>
    [JsonStringEnumMemberName("restarting")] Restarting,

    /// <summary>It has ended with the host.</summary>
    [JsonStringEnumMemberName("stopped")] Stopped,
}
