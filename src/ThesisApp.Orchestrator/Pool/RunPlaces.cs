using ThesisApp.Coordination.Pool;

namespace ThesisApp.Orchestrator.Pool;

/// <summary>Divides a pool among runs that each have sandboxes of their own.</summary>
internal static class RunPlaces
{
    /// <summary>Gives the places one by one: each to the run of the highest priority that has work for one more, among equals to the one that has the fewest for its weight.</summary>
    /// <param name="runs">The runs.</param>
    /// <param name="wanted">How many sandboxes a run's work is worth.</param>
    /// <param name="places">Places that there are.</param>
    /// <returns>What each run gets; none of those that get nothing.</returns>
    public static IReadOnlyDictionary<string, int> Divide(IReadOnlyCollection<RunDemand> runs, Func<RunDemand, int> wanted, int places)
    {
        Dictionary<string, int> given = new(StringComparer.Ordinal);
        List<(RunDemand Run, int Wanted)> asking = [.. runs.Select(run => (run, wanted(run))).Where(run => run.Item2 > 0)];
        for (int left = places; left > 0 && asking.Count > 0; left--)
        {
            (RunDemand next, int most) = asking
                .OrderByDescending(run => run.Run.Priority)
                .ThenBy(run => (double)(given.GetValueOrDefault(run.Run.RunId) + 1) / run.Run.Weight)
                .ThenBy(run => run.Run.RunId, StringComparer.Ordinal)
                .First();
            if ((given[next.RunId] = given.GetValueOrDefault(next.RunId) + 1) == most)
            {
                asking.RemoveAll(run => run.Run.RunId == next.RunId);
            }
        }

        return given;
    }
}
