using System.Text.Json;
using ThesisApp.Cli.Tests.Support;
using ThesisApp.Contracts.Runs;

namespace ThesisApp.Cli.Tests.Commands;

public sealed class ServerCommandTests : IAsyncLifetime
{
    private const string HostileTitle = "[red]Boo[/] \u001b[2J\u001b]0;owned\u0007[link=http://evil]x[/]";

    private FakeOrchestrator _server = null!;

    public async ValueTask InitializeAsync() => _server = await FakeOrchestrator.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Runs_are_listed_with_state_and_tasks()
    {
        var run = await RunAsync("runs");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("run-1", run.Output, StringComparison.Ordinal);
        Assert.Contains("succeeded", run.Output, StringComparison.Ordinal);
        Assert.Contains("2/2", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("runs")]
    [InlineData("status run-1 --tasks")]
    [InlineData("watch run-1")]
    [InlineData("agents")]
    public async Task Hostile_text_from_the_server_never_reaches_the_terminal(string commandLine)
    {
        _server.Run = _server.Run with { Title = HostileTitle, Reason = HostileTitle };
        _server.Tasks.Add(new TaskInfo { Id = HostileTitle, Kind = "draft", Title = HostileTitle, State = TaskState.Dead, Error = HostileTitle, Agent = HostileTitle, Activity = HostileTitle });
        _server.Agents.Add(_server.Agents[0] with { Id = HostileTitle, Host = HostileTitle, TaskId = HostileTitle, RunId = HostileTitle });

        var run = await RunAsync(commandLine.Split(' '));

        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain('\u001b', run.Output + run.Error);
        Assert.DoesNotContain('\u0007', run.Output + run.Error);
        Assert.Contains("[red]Boo[/]", run.Output + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runs_as_json_are_the_wire_form()
    {
        var run = await RunAsync("runs", "--json");

        using var json = JsonDocument.Parse(run.Output);
        var first = Assert.Single(json.RootElement.EnumerateArray());
        Assert.Equal("run-1", first.GetProperty("id").GetString());
        Assert.Equal("succeeded", first.GetProperty("state").GetString());
        Assert.Equal(2, first.GetProperty("tasks").GetProperty("done").GetInt32());
    }

    [Fact]
    public async Task Status_as_json_has_the_run_and_its_tasks()
    {
        var run = await RunAsync("status", "run-1", "--json");

        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal("run-1", json.RootElement.GetProperty("run").GetProperty("id").GetString());
        Assert.Equal(["plan", "draft:a/b"], json.RootElement.GetProperty("tasks").EnumerateArray().Select(task => task.GetProperty("id").GetString()!));
    }

    [Fact]
    public async Task Agents_as_json_are_the_wire_form()
    {
        var run = await RunAsync("agents", "--json");

        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(4711, Assert.Single(json.RootElement.EnumerateArray()).GetProperty("processId").GetInt32());
    }

    [Fact]
    public async Task Events_as_json_are_one_object_a_line()
    {
        var run = await RunAsync("watch", "run-1", "--json");

        var types = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("type").GetString());
        Assert.Equal([RunEventTypes.RunCreated, RunEventTypes.RunSucceeded], types);
    }

    [Fact]
    public async Task Latest_is_the_newest_run()
    {
        var run = await RunAsync("status", "latest");

        Assert.Contains("run-1", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status")]
    [InlineData("watch")]
    [InlineData("cancel")]
    [InlineData("pause")]
    [InlineData("resume")]
    public async Task A_run_that_is_not_there_is_bad_input(string command)
    {
        var run = await RunAsync(command, "run-2");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("run-2", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_is_json_too_when_json_is_asked_for()
    {
        var run = await RunAsync("status", "run-2", "--json");

        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(2, json.RootElement.GetProperty("error").GetProperty("exitCode").GetInt32());
    }

    [Theory]
    [InlineData(RunState.Succeeded, 0)]
    [InlineData(RunState.Failed, 1)]
    [InlineData(RunState.Cancelled, 1)]
    public async Task Watch_ends_as_the_run_ends(RunState state, int exitCode)
    {
        _server.Run = _server.Run with { State = state };

        var run = await RunAsync("watch", "run-1");

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("cancel")]
    [InlineData("pause")]
    [InlineData("resume")]
    public async Task An_action_is_sent_and_the_new_state_printed(string action)
    {
        var run = await RunAsync(action, "run-1");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal([action], _server.Actions);
        Assert.Contains("run-1 succeeded", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retry_all_gives_every_dead_letter_new_attempts()
    {
        _server.Tasks.Add(new TaskInfo { Id = "draft:a/c", Kind = "draft", Title = "c", State = TaskState.Dead });
        _server.Tasks.Add(new TaskInfo { Id = "draft:a/d", Kind = "draft", Title = "d", State = TaskState.Dead });

        var run = await RunAsync("retry", "run-1", "--all");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["retry draft:a/c", "retry draft:a/d"], _server.Actions);
    }

    [Fact]
    public async Task Retry_all_without_dead_letters_is_bad_input()
    {
        var run = await RunAsync("retry", "run-1", "--all");

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(_server.Actions);
    }

    [Fact]
    public async Task A_server_that_is_away_for_a_moment_is_waited_for()
    {
        _server.Refusals = 2;

        var run = await RunAsync("runs");

        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task Export_writes_the_documents_and_prints_where_they_are()
    {
        _server.AddThesis();
        using var folder = new TempFolder();

        var run = await RunAsync("export", "run-1", "--output", folder.File("out"));

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("# One\n", await File.ReadAllTextAsync(folder.File("out/chapters/ch1.md"), TestContext.Current.CancellationToken));
        Assert.Contains(folder.File("out/thesis.md"), run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_format_that_the_run_has_not_is_named()
    {
        using var folder = new TempFolder();
        _server.AddThesis();

        var run = await RunAsync("export", "run-1", "--output", folder.Path, "--format", "pdf");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("no documents of the format pdf", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_is_not_there_leaves_no_output_folder_behind()
    {
        using var folder = new TempFolder();

        var run = await RunAsync("export", "no-such-run", "--output", folder.File("out"));

        Assert.Equal(2, run.ExitCode);
        Assert.False(Directory.Exists(folder.File("out")));
    }

    [Fact]
    public async Task Export_takes_only_the_formats_that_are_asked_for()
    {
        _server.AddThesis();
        using var folder = new TempFolder();

        await RunAsync("export", "run-1", "--output", folder.Path, "--format", "bibtex", "report");

        Assert.Equal(["references.bib", "report.json"], Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Export_of_a_run_without_documents_ends_with_1()
    {
        using var folder = new TempFolder();

        var run = await RunAsync("export", "run-1", "--output", folder.Path);

        Assert.Equal(1, run.ExitCode);
    }

    [Theory]
    [InlineData("../escape.md")]
    [InlineData("chapters/../../escape.md")]
    [InlineData("/tmp/escape.md")]
    [InlineData(".thesis/generate.json")]
    public async Task A_hostile_server_writes_nothing_outside_and_nothing_at_all(string name)
    {
        _server.AddThesis();
        _server.Documents[name] = [1];
        using var folder = new TempFolder();

        var run = await RunAsync("export", "run-1", "--output", folder.File("out"));

        Assert.Equal(3, run.ExitCode);
        Assert.Empty(Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories));
    }

    private Task<CliRun> RunAsync(params string[] args) => CliRun.RunAsync([.. args, "--server", _server.Url]);
}
