using ThesisApp.Contracts.Runs;
using ThesisApp.Core.Graph;

namespace ThesisApp.Coordination.Runs;

/// <summary>A run to be created.</summary>
public sealed record NewRun
{
    /// <summary>Identifier: 1 to 64 letters, digits, hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>Title for lists.</summary>
    public required string Title { get; init; }

    /// <summary>The first tasks; running tasks may add more.</summary>
    public required IReadOnlyList<TaskDefinition> Tasks { get; init; }

    /// <summary>Inputs by name; see <see cref="RunInputs"/>.</summary>
    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Inputs { get; init; } = new Dictionary<string, ReadOnlyMemory<byte>>();

    /// <summary>Which part of the agents' time it gets beside other runs.</summary>
    public RunShare Share { get; init; } = RunShare.Default;

    /// <summary>True if each chapter is written in a sandbox of its own: its tasks are leased through <see cref="Chapters.IBoundBoard"/> alone.</summary>
    public bool PerChapter { get; init; }

    /// <summary>W3C traceparent of the request: the parent of every task's span.</summary>
    public string? TraceParent { get; init; }
}
