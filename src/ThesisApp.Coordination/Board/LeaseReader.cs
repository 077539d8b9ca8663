using System.Globalization;
using System.Text.Json;
using StackExchange.Redis;
using ThesisApp.Core;

namespace ThesisApp.Coordination.Board;

/// <summary>Reads the lease that <c>take</c> in take.lua returns.</summary>
internal static class LeaseReader
{
    /// <summary>Fields that a lease takes in an answer.</summary>
    public const int FieldCount = 7;

    public static (TaskLease Lease, TimeSpan Latency) Read(RedisResult[] answer, int from, string runId, string agentId, TimeSpan duration)
    {
        byte[] definition = (byte[])answer[from + 1]!;
        string traceParent = (string)answer[from + 6]!;
        TaskLease lease = new(
            runId,
            JsonSerializer.Deserialize(definition, CoreJson.Default.TaskDefinition)
                ?? throw new InvalidDataException($"The definition of the task {answer[from]} of run {runId} cannot be read."),
            agentId,
            (string)answer[from + 2]!,
            int.Parse((string)answer[from + 3]!, CultureInfo.InvariantCulture),
            DateTimeOffset.FromUnixTimeMilliseconds(long.Parse((string)answer[from + 4]!, CultureInfo.InvariantCulture)),
            duration,
            traceParent.Length == 0 ? null : traceParent);
        return (lease, TimeSpan.FromMilliseconds(long.Parse((string)answer[from + 5]!, CultureInfo.InvariantCulture)));
    }
}
