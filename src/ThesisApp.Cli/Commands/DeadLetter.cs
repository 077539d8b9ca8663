using ThesisApp.Contracts.Runs;

namespace ThesisApp.Cli.Commands;

/// <summary>A task that failed for good.</summary>
/// <param name="Task">Its id.</param>
/// <param name="Title">What it was to do.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Reason">The last failure.</param>
internal sealed record DeadLetter(string Task, string Title, int Attempts, string Reason)
{
    /// <summary>The dead letters among tasks.</summary>
    public static IReadOnlyList<DeadLetter> Of(IEnumerable<TaskInfo> tasks) =>
        [.. tasks.Where(task => task.State == TaskState.Dead).Select(task => new DeadLetter(task.Id, task.Title, task.Attempts, task.Error ?? "no reason was given"))];
}
