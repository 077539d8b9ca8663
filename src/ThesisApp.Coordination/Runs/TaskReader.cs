using System.Text.Json;
using StackExchange.Redis;
using ThesisApp.Contracts.Runs;
using ThesisApp.Core;
using ThesisApp.Core.Graph;

namespace ThesisApp.Coordination.Runs;

/// <summary>Puts definitions and records of tasks together.</summary>
internal static class TaskReader
{
    public static IReadOnlyList<TaskInfo> Read(HashEntry[] definitions, HashEntry[] records, bool runCancelled)
    {
        Dictionary<string, TaskDefinition> byId = new(StringComparer.Ordinal);
        foreach (HashEntry entry in definitions)
        {
            if (JsonSerializer.Deserialize((byte[])entry.Value!, CoreJson.Default.TaskDefinition) is { } definition)
            {
                byId[definition.Id] = definition;
            }
        }

        List<(double Order, TaskInfo Task)> tasks = [];
        foreach (HashEntry entry in records)
        {
            if (byId.TryGetValue(entry.Name.ToString(), out TaskDefinition? definition)
                && JsonSerializer.Deserialize((byte[])entry.Value!, CoordinationJson.Default.TaskRecord) is { } record)
            {
                tasks.Add((record.Order, Join(definition, record, runCancelled)));
            }
        }

        return [.. tasks.OrderBy(task => task.Order).ThenBy(task => task.Task.Id, StringComparer.Ordinal).Select(task => task.Task)];
    }

    private static TaskInfo Join(TaskDefinition definition, TaskRecord record, bool runCancelled)
    {
        TaskState state = ParseState(record.State);
        return new TaskInfo
        {
            Id = definition.Id,
            Kind = definition.Kind,
            Title = definition.Title,
            Needs = definition.Needs,
            Priority = record.Priority,
            State = runCancelled && state is not (TaskState.Done or TaskState.Dead) ? TaskState.Cancelled : state,
            Agent = record.Agent,
            Attempts = (int)record.Attempts,
            Progress = state == TaskState.Done ? 1 : record.Progress ?? 0,
            Activity = record.Activity,
            ReadyAt = Time(record.ReadyAt),
            StartedAt = Time(record.BegunAt),
            FinishedAt = Time(record.EndedAt),
            Error = record.Error,
            FromCache = record.FromCache == 1,
            Why = record.Why,
        };
    }

    private static TaskState ParseState(string state) => state switch
    {
        "waiting" => TaskState.Waiting,
        "ready" => TaskState.Ready,
        "delayed" => TaskState.Delayed,
        "leased" => TaskState.Leased,
        "done" => TaskState.Done,
        "dead" => TaskState.Dead,
        _ => throw new InvalidDataException($"The store holds an unknown task state '{state}'."),
    };

    private static DateTimeOffset? Time(double? milliseconds) =>
        milliseconds is { } value ? DateTimeOffset.FromUnixTimeMilliseconds((long)value) : null;
}
