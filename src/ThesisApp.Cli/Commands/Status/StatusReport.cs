using System.Globalization;
using Spectre.Console;
using ThesisApp.Cli.Progress;
using ThesisApp.Cli.Terminals;
using ThesisApp.Contracts.Runs;

namespace ThesisApp.Cli.Commands.Status;

/// <summary>Prints where a run stands.</summary>
internal sealed class StatusReport(CliServices services)
{
    /// <summary>Prints the run and its tasks.</summary>
    /// <param name="status">The run.</param>
    /// <param name="everyTask">True for all tasks, false for those at work and the dead letters.</param>
    public void Write(StatusResult status, bool everyTask)
    {
        var (run, tasks) = status;
        var counts = run.Tasks;
        var console = services.Terminal.Results;
        console.MarkupLine($"[bold]{SafeText.Markup(run.Title)}[/]");
        console.MarkupLine($"run {SafeText.Markup(run.Id)} · {StateText.Of(run.State)} · created {Durations.Instant(run.CreatedAt)} UTC{(run.FinishedAt is { } end ? $" · took {Durations.Short(end - run.CreatedAt)}" : "")}");
        console.MarkupLine($"{counts.Done} of {counts.Total} tasks done: {counts.Waiting} waiting, {counts.Ready} ready, {counts.Delayed} delayed, {counts.Leased} at work, {counts.Dead} dead");
        if (run.Reason is not null)
        {
            console.MarkupLine(SafeText.Markup(run.Reason, 1_000));
        }

        if (run.TraceId is not null)
        {
            console.MarkupLine($"[grey]trace {SafeText.Markup(run.TraceId)}[/]");
        }

        var shown = tasks.Where(task => everyTask || task.State is TaskState.Leased or TaskState.Delayed or TaskState.Dead).ToList();
        if (shown.Count > 0)
        {
            console.Write(CreateTable(shown));
        }

        if (counts.Dead > 0)
        {
            services.Terminal.Say($"Take away what made the dead letters fail, then 'thesis retry {run.Id} --all' goes on.");
        }
    }

    private static Table CreateTable(IReadOnlyList<TaskInfo> tasks)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Task", "State", "Attempts", "Agent", "Progress", "What");
        foreach (var task in tasks)
        {
            table.AddRow(
                SafeText.Markup(task.Id, 60),
                StateText.Of(task.State),
                task.Attempts.ToString(CultureInfo.InvariantCulture),
                SafeText.Markup(task.Agent, 30),
                task.State == TaskState.Leased ? $"{Math.Clamp(task.Progress, 0, 1) * 100:0} %" : "",
                SafeText.Markup(task.Error is not null && task.State != TaskState.Done ? task.Error : task.Activity ?? task.Title, task.State == TaskState.Dead ? 300 : 60));
        }

        return table;
    }
}
