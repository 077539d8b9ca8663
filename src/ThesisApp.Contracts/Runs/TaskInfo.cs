namespace ThesisApp.Contracts.Runs;

/// <summary>A task as a user sees it.</summary>
public sealed record TaskInfo
{
    /// <summary>Identifier within the run, such as <c>draft:introduction/background</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What is to be done: <c>ingest</c>, <c>plan</c>, <c>draft</c>, ...</summary>
    public required string Kind { get; init; }

    /// <summary>What a person reads in a list.</summary>
    public required string Title { get; init; }

    /// <summary>Where it stands.</summary>
    public required TaskState State { get; init; }

    /// <summary>Ids of the tasks that must be done before it.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>Length of the longest path from here to the end, in the planner's cost units; larger goes first.</summary>
    public double Priority { get; init; }

    /// <summary>The agent that holds it or finished it last.</summary>
    public string? Agent { get; init; }

    /// <summary>Leases handed out so far, without those given back unharmed.</summary>
    public int Attempts { get; init; }

    /// <summary>How far its agent says it is, 0 to 1.</summary>
    public double Progress { get; init; }

    /// <summary>What its agent says it is doing.</summary>
    public string? Activity { get; init; }

    /// <summary>When it became ready last.</summary>
    public DateTimeOffset? ReadyAt { get; init; }

    /// <summary>When it was leased last.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When its result was accepted, or it became a dead letter.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>The last failure's message, or null.</summary>
    public string? Error { get; init; }

    /// <summary>True if the result was taken from the cache.</summary>
    public bool FromCache { get; init; }

    /// <summary>Why the result was made or taken from the cache, or null.</summary>
    public string? Why { get; init; }
}
