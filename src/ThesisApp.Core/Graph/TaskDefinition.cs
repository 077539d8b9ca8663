namespace ThesisApp.Core.Graph;

/// <summary>A task as the planner hands it to the board; it never changes.</summary>
public sealed record TaskDefinition
{
    /// <summary>Identifier within the run, such as <c>draft:introduction/background</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Chooses the handler; see <see cref="TaskKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>What a person reads in a list.</summary>
    public required string Title { get; init; }

    /// <summary>Ids of the tasks that must be done before it; in the graph already, or added together with it.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>What the handler works on: a source's name, a section's id, ...; null where the kind says it all.</summary>
    public string? Subject { get; init; }

    /// <summary>The chapter whose sandbox alone may take it; null, the default value, for any agent.</summary>
    public string? Chapter { get; init; }

    /// <summary>Expected effort in words that a model writes, waits for it included; the unit of the critical path.</summary>
    public double Cost { get; init; } = 1;

    /// <summary>Length of the longest path from the start of this task to the end of the graph; larger is leased first.</summary>
    public double Priority { get; init; }

    /// <summary>Leases after which it becomes a dead letter, at least 1.</summary>
    public int MaxAttempts { get; init; } = 5;
}
