using System.Text.Json;
using StackExchange.Redis;
using ThesisApp.Coordination.Store;
using ThesisApp.Core;
using ThesisApp.Core.Graph;

namespace ThesisApp.Coordination.Chapters;

/// <summary>Reads a run's tasks as far as the start of chapters needs them.</summary>
internal static class ChapterTaskReader
{
    public static async Task<IReadOnlyList<TaskDefinition>> ReadDefinitionsAsync(IDatabase database, string runId, CancellationToken cancellationToken)
    {
        HashEntry[] entries = await database.HashGetAllAsync(RunKeys.Tasks(runId)).WaitAsync(cancellationToken);
        return [.. entries.Select(entry => JsonSerializer.Deserialize((byte[])entry.Value!, CoreJson.Default.TaskDefinition)).OfType<TaskDefinition>()];
    }

    /// <summary>The same without the tasks whose definitions are in no form of ours.</summary>
    public static async Task<IReadOnlyList<TaskDefinition>> ReadReadableDefinitionsAsync(IDatabase database, string runId, CancellationToken cancellationToken)
    {
        HashEntry[] entries = await database.HashGetAllAsync(RunKeys.Tasks(runId)).WaitAsync(cancellationToken);
        return [.. entries.Select(entry => TryRead((byte[])entry.Value!)).OfType<TaskDefinition>()];
    }

    /// <summary>Each task's state, as the board's scripts write it.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> ReadStatesAsync(IDatabase database, string runId, CancellationToken cancellationToken)
    {
        HashEntry[] entries = await database.HashGetAllAsync(RunKeys.State(runId)).WaitAsync(cancellationToken);
        return entries.ToDictionary(
            entry => entry.Name.ToString(), entry => JsonSerializer.Deserialize((byte[])entry.Value!, CoordinationJson.Default.TaskRecord)?.State ?? string.Empty, StringComparer.Ordinal);
    }

    private static TaskDefinition? TryRead(byte[] json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, CoreJson.Default.TaskDefinition);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
