namespace ThesisApp.Core.Planning;

/// <summary>What a run is likely to take of chat models, before anything is started.</summary>
/// <param name="Stages">By stage.</param>
/// <param name="LongestPath">Words that must be written one after another, however many agents there are.</param>
/// <param name="Work">Words in all, waits included, in the unit of <see cref="LongestPath"/>.</param>
public sealed record RunEstimate(IReadOnlyList<StageEstimate> Stages, double LongestPath, double Work)
{
    /// <summary>Tokens sent.</summary>
    public long InputTokens => Stages.Sum(stage => stage.InputTokens);

    /// <summary>Tokens received.</summary>
    public long OutputTokens => Stages.Sum(stage => stage.OutputTokens);

    /// <summary>Calls.</summary>
    public double Calls => Stages.Sum(stage => stage.Calls);

    /// <summary>How long so many agents need, by the speed of an ordinary endpoint. No schedule is shorter; a good one is not much longer (Graham 1969).</summary>
    public TimeSpan TimeWith(int agents)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(agents, 1);
        return TimeSpan.FromSeconds(Math.Max(LongestPath, Work / agents) / TaskCosts.WordsPerSecond);
    }
}
