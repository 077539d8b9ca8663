using Spectre.Console;
using Spectre.Console.Rendering;
using ThesisApp.Cli.Terminals;
using ThesisApp.Contracts.Runs;

namespace ThesisApp.Cli.Progress;

/// <summary>Draws one frame of the live display.</summary>
internal sealed class ProgressFrame(Profile profile)
{
    // Heading, bar, counts, blank lines and table head.
    private const int LinesAroundAgents = 9;
    private const int MostAgents = 16;
    private const int LongestAgentName = 24;
    private const int NarrowTerminal = 72;
    private const int TaskBarWidth = 10;
    private const int PercentWidth = 5;

    /// <summary>The frame.</summary>
    /// <param name="snapshot">The run.</param>
    /// <param name="elapsed">Time since the start.</param>
    /// <param name="isAway">True while the orchestrator does not answer.</param>
    public IRenderable Render(RunSnapshot snapshot, TimeSpan elapsed, bool isAway) =>
        new Rows(Heading(snapshot.Run, isAway), Bar(snapshot, elapsed), Counts(snapshot.Run.Tasks), Text.Empty, Agents(snapshot));

    private Markup Heading(RunInfo run, bool isAway)
    {
        var state = isAway ? "[yellow]orchestrator away, waiting for it[/]" : StateText.Of(run.State);
        var room = Math.Max(20, profile.Width - run.Id.Length - 20);
        return new Markup($"[bold]{SafeText.Markup(run.Title, room)}[/]  [grey]{SafeText.Markup(run.Id)}[/]  {state}");
    }

    private Markup Bar(RunSnapshot snapshot, TimeSpan elapsed)
    {
        var counts = snapshot.Run.Tasks;
        var fraction = snapshot.Fraction;
        var left = snapshot.Run.State == RunState.Running && TimeLeft.Estimate(snapshot.Tasks) is { } estimate ? $" · about {Durations.Clock(estimate)} left" : "";
        var tail = $"{fraction * 100,3:0} % · {counts.Done}/{counts.Total} tasks · {Durations.Clock(elapsed)}{left}";
        var width = Math.Clamp(profile.Width - tail.Length - 4, 10, 60);
        return new Markup($"{ProgressBar.Markup(fraction, width, profile.Capabilities.Unicode, counts.Dead > 0 ? "red" : "green")} {tail}");
    }

    private static Markup Counts(TaskCounts counts)
    {
        (string Label, int Count, string Color)[] all =
        [
            ("waiting", counts.Waiting, "grey"),
            ("ready", counts.Ready, "aqua"),
            ("delayed", counts.Delayed, "yellow"),
            ("at work", counts.Leased, "blue"),
            ("done", counts.Done, "green"),
            ("dead", counts.Dead, "red"),
        ];
        return new Markup(string.Join("  ", all.Select(item => item.Count == 0 ? $"[grey]{item.Label} 0[/]" : $"[{item.Color}]{item.Label} {item.Count}[/]")));
    }

    private Table Agents(RunSnapshot snapshot)
    {
        var rows = AgentRows.Of(snapshot);
        var nameWidth = Math.Clamp(rows.Select(row => row.Agent.Length).DefaultIfEmpty(0).Max(), 5, Math.Min(LongestAgentName, profile.Width / 3));
        var barWidth = profile.Width < NarrowTerminal ? 0 : TaskBarWidth;
        var table = new Table().Border(TableBorder.None)
            .AddColumn(new TableColumn("[grey]agent[/]").Width(nameWidth).NoWrap().PadLeft(0))
            .AddColumn(new TableColumn("").Width(barWidth + PercentWidth).NoWrap())
            .AddColumn(new TableColumn("[grey]task[/]").NoWrap());
        var room = Math.Max(8, profile.Width - nameWidth - barWidth - PercentWidth - 6);
        var most = Math.Clamp(profile.Height - LinesAroundAgents, 1, MostAgents);
        foreach (var (agent, task) in rows.Take(most))
        {
            table.AddRow(
                SafeText.Markup(agent, nameWidth),
                task is null ? "" : $"{ProgressBar.Markup(task.Progress, barWidth, profile.Capabilities.Unicode, "blue")}{Math.Clamp(task.Progress, 0, 1) * 100,4:0}%",
                task is null ? "[grey]idle[/]" : Describe(task, room));
        }

        if (rows.Count > most)
        {
            table.AddRow($"[grey]+ {rows.Count - most}[/]", "", "");
        }

        return table;
    }

    private static string Describe(TaskInfo task, int room)
    {
        var title = SafeText.Line(task.Title, room);
        var activity = SafeText.Line(task.Activity, Math.Max(0, room - title.Length - 3) is var rest && rest < 8 ? 8 : rest);
        var tooLong = title.Length + activity.Length + 3 > room;
        return activity.Length == 0 || tooLong ? title.EscapeMarkup() : $"{title.EscapeMarkup()} [grey]· {activity.EscapeMarkup()}[/]";
    }
}
