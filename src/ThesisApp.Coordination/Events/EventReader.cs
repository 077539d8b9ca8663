using System.Text.Json;
using ThesisApp.Contracts.Runs;

namespace ThesisApp.Coordination.Events;

/// <summary>Reads events as the scripts write them.</summary>
internal static class EventReader
{
    public static RunEvent Read(string runId, long sequence, ReadOnlySpan<byte> json)
    {
        EventRecord record = JsonSerializer.Deserialize(json, CoordinationJson.Default.EventRecord)
            ?? throw new InvalidDataException($"Event {sequence} of run {runId} cannot be read.");
        return new RunEvent(
            sequence,
            DateTimeOffset.FromUnixTimeMilliseconds((long)record.At),
            record.Type,
            record.Task,
            record.Agent,
            (int)record.Attempt,
            record.Message);
    }
}
