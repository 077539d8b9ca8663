using System.Text.Json;
using ThesisApp.Cli.Tests.Support;
using ThesisApp.Contracts.Reports;
using ThesisApp.Contracts.Runs;

namespace ThesisApp.Cli.Tests.Commands;

public sealed class GenerateTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private FakeOrchestrator _server = null!;
    private string _spec = "";

    private string Output => _folder.File("out");

    public async ValueTask InitializeAsync()
    {
        _server = await FakeOrchestrator.StartAsync();
        _server.AddThesis();
        _spec = SpecFiles.WriteValid(_folder);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Documents_are_exported_and_summed_up()
    {
        var run = await GenerateAsync();

        Assert.Equal(0, run.ExitCode);
        Assert.True(File.Exists(Path.Combine(Output, "chapters", "ch1.md")));
        Assert.Contains($"The thesis is in {Output}", run.Output, StringComparison.Ordinal);
        Assert.Contains("390 words of 400 in 1 section", run.Output, StringComparison.Ordinal);
        Assert.Contains("2 works cited, 12 of 12 citations resolved", run.Output, StringComparison.Ordinal);
        Assert.Contains("warning: Only one source.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sources_are_sent_under_their_paths()
    {
        await GenerateAsync();

        Assert.Contains("sources:sources/a.md", _server.SubmittedFiles);
    }

    [Fact]
    public async Task The_share_of_the_agents_is_sent_along()
    {
        await GenerateAsync("--priority", "-5", "--weight", "8", "--max-agents", "3");

        Assert.Equal(["maxAgents=3", "priority=-5", "weight=8"], _server.SubmittedValues.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Json_has_run_documents_summary_and_time()
    {
        var run = await GenerateAsync("--json");

        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal("succeeded", json.RootElement.GetProperty("run").GetProperty("state").GetString());
        Assert.Equal(Output, json.RootElement.GetProperty("output").GetString());
        Assert.Equal(4, json.RootElement.GetProperty("documents").GetArrayLength());
        Assert.Equal(390, json.RootElement.GetProperty("summary").GetProperty("words").GetInt32());
        Assert.Equal(0, json.RootElement.GetProperty("deadLetters").GetArrayLength());
        Assert.True(json.RootElement.GetProperty("seconds").GetDouble() > 0);
    }

    [Fact]
    public async Task A_failed_run_ends_with_1_and_lists_its_dead_letters()
    {
        _server.Run = _server.Run with { State = RunState.Failed, Reason = "1 dead letter" };
        _server.Tasks.Add(new TaskInfo { Id = "draft:a/c", Kind = "draft", Title = "c", State = TaskState.Dead, Attempts = 3, Error = "the model refused" });

        var run = await GenerateAsync();

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("dead letter: draft:a/c (3 attempts): the model refused", run.Error, StringComparison.Ordinal);
        Assert.Contains("thesis retry run-1 --all", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_check_ends_with_1_and_is_named()
    {
        _server.AddThesis(_server.CreateReport() with { Checks = [new ReportCheck("duplicate-paragraph", "error", "a/b", "Twice.")], Citations = new ReportCitations(2, 1, ["smith2020"]) });

        var run = await GenerateAsync();

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("failed check: a/b: Twice. (duplicate-paragraph)", run.Error, StringComparison.Ordinal);
        Assert.Contains("unresolved citation smith2020", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_an_interruption_the_same_command_submits_under_the_same_key()
    {
        // Paused: the command waits until it is interrupted.
        _server.Run = _server.Run with { State = RunState.Paused };
        using var interrupt = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        var first = await CliRun.RunAsync([], Arguments(), interrupt.Token);
        _server.Run = _server.Run with { State = RunState.Succeeded };

        var second = await GenerateAsync();

        Assert.Equal(130, first.ExitCode);
        Assert.Contains("same command", first.Error, StringComparison.Ordinal);
        Assert.Equal(0, second.ExitCode);
        Assert.Contains("Going on with run run-1", second.Error, StringComparison.Ordinal);
        Assert.Equal(2, _server.IdempotencyKeys.Count);
        Assert.Single(_server.IdempotencyKeys.Distinct());
    }

    [Fact]
    public async Task After_a_finished_run_the_same_command_submits_under_a_new_key()
    {
        await GenerateAsync();

        await GenerateAsync();

        Assert.Equal(2, _server.IdempotencyKeys.Distinct().Count());
    }

    [Fact]
    public async Task Documents_that_are_no_longer_made_are_removed_and_others_left_alone()
    {
        await GenerateAsync();
        _folder.Write("out/mine.md");
        _server.Documents.Remove("chapters/ch1.md");

        await GenerateAsync();

        Assert.False(File.Exists(Path.Combine(Output, "chapters", "ch1.md")));
        Assert.True(File.Exists(Path.Combine(Output, "mine.md")));
    }

    [Fact]
    public async Task A_second_command_on_the_same_folder_is_refused()
    {
        Directory.CreateDirectory(Path.Combine(Output, ".thesis"));
        await using var held = new FileStream(Path.Combine(Output, ".thesis", "generate.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

        var run = await GenerateAsync();

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(_server.IdempotencyKeys);
    }

    [Fact]
    public async Task A_wrong_input_is_refused_before_anything_is_sent_or_written()
    {
        File.WriteAllText(_folder.File("sources/a.md"), "");

        var run = await GenerateAsync();

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"{_spec}:7:", run.Error, StringComparison.Ordinal);
        Assert.Empty(_server.IdempotencyKeys);
        Assert.False(Directory.Exists(Output));
    }

    [Fact]
    public async Task An_output_folder_that_cannot_be_written_is_refused_before_anything_is_sent()
    {
        var run = await CliRun.RunAsync("generate", _spec, "--server", _server.Url, "--output", Path.Combine(_spec, "out"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("can't be written", run.Error, StringComparison.Ordinal);
        Assert.Empty(_server.IdempotencyKeys);
    }

    [Fact]
    public async Task A_port_in_use_is_refused_before_anything_is_started()
    {
        var port = new Uri(_server.Url).Port;
        var appHost = typeof(CliRun).Assembly.Location;

        var run = await CliRun.RunAsync(new() { ["THESIS_APPHOST"] = appHost }, ["generate", _spec, "--output", Output, "--port", $"{port}"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"Port {port}", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redis_that_is_not_there_is_reported_without_its_password()
    {
        var run = await CliRun.RunAsync("generate", _spec, "--output", Output, "--redis", "127.0.0.1:9,password=secret");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("127.0.0.1:9 could not be reached", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_system_that_is_not_there_is_reported()
    {
        var run = await CliRun.RunAsync(new() { ["THESIS_APPHOST"] = _folder.File("none.dll") }, ["generate", _spec, "--output", Output]);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("THESIS_APPHOST", run.Error, StringComparison.Ordinal);
    }

    private string[] Arguments(params string[] more) => ["generate", _spec, "--output", Output, "--server", _server.Url, .. more];

    private Task<CliRun> GenerateAsync(params string[] more) => CliRun.RunAsync(Arguments(more));
}
