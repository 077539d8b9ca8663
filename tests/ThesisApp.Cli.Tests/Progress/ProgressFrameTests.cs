using Spectre.Console;
using ThesisApp.Cli.Progress;
using ThesisApp.Cli.Tests.Support;
using ThesisApp.Contracts.Agents;
using ThesisApp.Contracts.Runs;

namespace ThesisApp.Cli.Tests.Progress;

public sealed class ProgressFrameTests
{
    private static readonly RunInfo Run = new("run-1", "How Storage Evolved", RunState.Running, null, FakeOrchestrator.Epoch, null, new TaskCounts(10, 4, 1, 0, 1, 4, 0), null);

    [Fact]
    public void The_frame_shows_state_counts_and_what_each_agent_is_at()
    {
        var frame = Render(Run, [Leased("agent-2", "Draft 1.1 Background", "retrieving passages", 0.5)], ["agent-1", "agent-2"]);

        Assert.Contains("How Storage Evolved", frame, StringComparison.Ordinal);
        Assert.Contains("45 %", frame, StringComparison.Ordinal);
        Assert.Contains("waiting 4", frame, StringComparison.Ordinal);
        Assert.Contains("done 4", frame, StringComparison.Ordinal);
        Assert.Matches("agent-1 +idle", frame);
        Assert.Matches("agent-2 .* 50% +Draft 1.1 Background · retrieving passages", frame);
    }

    [Fact]
    public void Hostile_titles_are_shown_as_they_are_without_their_escape_sequences()
    {
        const string hostile = "[red]x[/] \u001b[2Jy";

        var frame = Render(Run with { Title = hostile }, [Leased(hostile, hostile, hostile, 0)], []);

        Assert.DoesNotContain('\u001b', frame);
        Assert.Contains("[red]x[/] y", frame, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20, 5)]
    [InlineData(40, 10)]
    [InlineData(80, 24)]
    [InlineData(200, 60)]
    public void The_frame_fits_the_terminal(int width, int height)
    {
        var tasks = Enumerable.Range(0, 40).Select(index => Leased($"agent-{index:00}-with-a-long-name-of-its-host", "Draft of a section with a rather long title of many words", "writing the third paragraph", 0.3)).ToArray();

        var lines = Render(Run with { Title = new string('x', 300) }, tasks, [], width, height).TrimEnd('\n').Split('\n');

        Assert.All(lines, line => Assert.True(line.Length <= width, line));
        Assert.True(width < 80 || lines.Length <= height, $"{lines.Length} lines");
    }

    [Fact]
    public void Before_the_plan_is_there_what_is_done_is_a_small_part_of_the_whole()
    {
        TaskInfo plan = new() { Id = "plan", Kind = "plan", Title = "Plan", State = TaskState.Waiting };

        var before = Render(Run with { Tasks = new TaskCounts(10, 1, 1, 0, 0, 8, 0) }, [plan], []);
        var after = Render(Run with { Tasks = new TaskCounts(80, 50, 10, 0, 0, 20, 0) }, [plan with { State = TaskState.Done }], []);

        Assert.Contains(" 8 %", before, StringComparison.Ordinal);
        Assert.Contains("25 %", after, StringComparison.Ordinal);
    }

    [Fact]
    public void An_absent_orchestrator_is_mentioned() =>
        Assert.Contains("orchestrator away", Render(Run, [], [], isAway: true), StringComparison.Ordinal);

    private static TaskInfo Leased(string agent, string title, string activity, double progress) =>
        new() { Id = $"draft:{agent}", Kind = "draft", Title = title, State = TaskState.Leased, Agent = agent, Activity = activity, Progress = progress };

    private static string Render(RunInfo run, IReadOnlyList<TaskInfo> tasks, string[] agents, int width = 120, int height = 30, bool isAway = false)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = width;
        console.Profile.Height = height;
        AgentInfo[] seen = [.. agents.Select(agent => new AgentInfo(agent, "host", 1, null, null, 0, FakeOrchestrator.Epoch, FakeOrchestrator.Epoch))];
        console.Write(new ProgressFrame(console.Profile).Render(new RunSnapshot(run, tasks, seen), TimeSpan.FromSeconds(7), isAway));
        return writer.ToString();
    }
}
