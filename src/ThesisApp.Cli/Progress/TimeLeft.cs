using ThesisApp.Contracts.Runs;

namespace ThesisApp.Cli.Progress;

/// <summary>Estimates how long a run will still take.</summary>
internal static class TimeLeft
{
    private const int FewestTasksToJudgeFrom = 5;

    /// <summary>
    /// The mean duration of finished tasks of each kind, summed over what is left and divided by the agents at work;
    /// null while too little is known, and as long as the plan is not there: most tasks come with it.
    /// </summary>
    public static TimeSpan? Estimate(IReadOnlyList<TaskInfo> tasks)
    {
        var timed = tasks.Where(task => task is { State: TaskState.Done, FromCache: false, StartedAt: not null, FinishedAt: not null }).ToList();
        if (!RunSnapshot.HasPlan(tasks) || timed.Count < FewestTasksToJudgeFrom)
        {
            return null;
        }

        var overall = timed.Average(Seconds);
        var byKind = timed.GroupBy(task => task.Kind, StringComparer.Ordinal).ToDictionary(kind => kind.Key, kind => kind.Average(Seconds), StringComparer.Ordinal);
        var left = tasks
            .Where(task => task.State is TaskState.Waiting or TaskState.Ready or TaskState.Delayed or TaskState.Leased)
            .Sum(task => byKind.GetValueOrDefault(task.Kind, overall) * (1 - Math.Clamp(task.Progress, 0, 1)));
        var atWork = Math.Max(1, tasks.Count(task => task.State == TaskState.Leased));
        return TimeSpan.FromSeconds(left / atWork);
    }

    private static double Seconds(TaskInfo task) => Math.Max(0, (task.FinishedAt!.Value - task.StartedAt!.Value).TotalSeconds);
}
