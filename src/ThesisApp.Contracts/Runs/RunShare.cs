namespace ThesisApp.Contracts.Runs;

/// <summary>Which part of the agents' time a run gets beside other runs.</summary>
/// <param name="Priority">-100 to 100. A run with a higher one goes before all with lower ones, as long as it has ready tasks.</param>
/// <param name="Weight">1 to 100. Among runs of one priority, each gets tasks handed out in this proportion.</param>
/// <param name="MaxAgents">Most tasks that are at work at a time, or null for any number.</param>
public sealed record RunShare(int Priority, int Weight, int? MaxAgents)
{
    /// <summary>No run before another.</summary>
    public static RunShare Default { get; } = new(0, 1, null);

    /// <summary>What is wrong with it and what would be right, or null.</summary>
    public string? Problem() => this switch
    {
        { Priority: < -100 or > 100 } => $"The priority is {Priority}; write a whole number from -100 to 100.",
        { Weight: < 1 or > 100 } => $"The weight is {Weight}; write a whole number from 1 to 100.",
        { MaxAgents: < 1 or > 1_000_000 } => $"The most agents are {MaxAgents}; write a whole number from 1 to 1000000.",
        _ => null,
    };

    /// <summary>Throws where something is wrong.</summary>
    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    public void Validate()
    {
        if (Problem() is { } problem)
        {
            throw new ArgumentException(problem);
        }
    }
}
