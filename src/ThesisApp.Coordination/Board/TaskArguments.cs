using System.Globalization;
using System.Text.Json;
using StackExchange.Redis;
using ThesisApp.Core;
using ThesisApp.Core.Graph;

namespace ThesisApp.Coordination.Board;

/// <summary>Writes tasks as the arguments that <c>add_tasks</c> in graph.lua reads.</summary>
internal static class TaskArguments
{
    private const int MaxIdLength = 300;

    public static void Append(List<RedisValue> arguments, IReadOnlyList<TaskDefinition> tasks)
    {
        foreach (TaskDefinition task in tasks)
        {
            RequireId(task.Id);
            if (task.MaxAttempts < 1 || !double.IsFinite(task.Priority))
            {
                throw new ArgumentException($"The task {task.Id} needs at least one attempt and a finite priority.", nameof(tasks));
            }

            arguments.Add(task.Id);
            arguments.Add(JsonSerializer.SerializeToUtf8Bytes(task, CoreJson.Default.TaskDefinition));
            arguments.Add(string.Join('\n', task.Needs.Distinct(StringComparer.Ordinal)));
            arguments.Add(task.Priority.ToString("R", CultureInfo.InvariantCulture));
            arguments.Add(task.MaxAttempts);
        }
    }

    private static void RequireId(string id)
    {
        if (id.Length is 0 or > MaxIdLength || id.Any(char.IsControl))
        {
            throw new ArgumentException($"A task's id must have 1 to {MaxIdLength} characters, none of them a control character.", nameof(id));
        }
    }
}
