using ThesisApp.Contracts.Runs;

namespace ThesisApp.Benchmarks.Measurements.Speedup;

/// <summary>
/// The tasks that a run's end hung on, from the last backwards: before each comes whichever held it up, the need that was done last or the task that its agent had in hand. Tells where the time went that the
/// graph does not account for.
/// </summary>
/// <param name="Tasks">How many they are.</param>
/// <param name="Between">Seconds in which none of them was worked on: from what held one up to its start.</param>
/// <param name="Over">Seconds that they took beyond the least that they ever took.</param>
internal sealed record BindingPath(int Tasks, double Between, double Over)
{
    /// <summary>Of one run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="needs">The needs of a task.</param>
    /// <param name="least">The least seconds that a task ever took.</param>
    public static BindingPath Of(SpeedupRun run, Func<string, IReadOnlyList<string>> needs, Func<string, double> least)
    {
        Dictionary<string, TaskInfo> tasks = run.Tasks.ToDictionary(task => task.Id, StringComparer.Ordinal);
        TaskInfo? current = run.Tasks.MaxBy(task => task.FinishedAt);
        BindingPath path = new(0, 0, 0);

        // Times are in milliseconds: of two tasks that took none, each may seem to come before the other.
        HashSet<string> seen = new(StringComparer.Ordinal);
        while (current is { StartedAt: { } started, FinishedAt: { } finished } && seen.Add(current.Id))
        {
            TaskInfo? before = needs(current.Id).Select(need => tasks[need])
                .Concat(run.Tasks.Where(task => task.Agent == current.Agent && task.FinishedAt <= started && !seen.Contains(task.Id)))
                .MaxBy(task => task.FinishedAt);
            path = new BindingPath(
                path.Tasks + 1,
                path.Between + (started - (before?.FinishedAt ?? run.CreatedAt)).TotalSeconds,
                path.Over + (finished - started).TotalSeconds - least(current.Id));
            current = before;
        }

        return path;
    }
}
