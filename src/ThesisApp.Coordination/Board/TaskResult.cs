using ThesisApp.Core.Graph;

namespace ThesisApp.Coordination.Board;

/// <summary>What a task delivers.</summary>
public sealed record TaskResult
{
    /// <summary>Artifacts by name, published in the same step in which the task becomes done.</summary>
    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Artifacts { get; init; } = new Dictionary<string, ReadOnlyMemory<byte>>();

    /// <summary>Tasks that join the graph; they may need tasks of the graph, of this list, or this one.</summary>
    public IReadOnlyList<TaskDefinition> Extension { get; init; } = [];

    /// <summary>A line for the event log, or null.</summary>
    public string? Message { get; init; }

    /// <summary>True if the result was taken from a cache.</summary>
    public bool FromCache { get; init; }

    /// <summary>Why it was made or taken from the cache, for the report; null where nothing is known.</summary>
    public string? Why { get; init; }
}
