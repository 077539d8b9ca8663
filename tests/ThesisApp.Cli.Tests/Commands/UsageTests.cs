using ThesisApp.Cli.Tests.Support;

namespace ThesisApp.Cli.Tests.Commands;

public sealed class UsageTests
{
    [Theory]
    [InlineData("frobnicate")]
    [InlineData("generate")]
    [InlineData("generate thesis.yaml")]
    [InlineData("generate thesis.yaml --output out --agents 0")]
    [InlineData("generate thesis.yaml --output out --agents many")]
    [InlineData("generate thesis.yaml --output out --port 70000")]
    [InlineData("generate thesis.yaml --output out --sandbox jail")]
    [InlineData("generate thesis.yaml --output out --sandbox process --max 0")]
    [InlineData("generate thesis.yaml --output out --sandbox process --per section")]
    [InlineData("generate thesis.yaml --output out --sandbox process --min many")]
    [InlineData("generate thesis.yaml --output out --approve everything")]
    [InlineData("outline")]
    [InlineData("outline edit run-1")]
    [InlineData("doctor --sandbox jail")]
    [InlineData("status")]
    [InlineData("retry run-1")]
    [InlineData("retry run-1 task --all")]
    [InlineData("export run-1 --output out --format papyrus")]
    [InlineData("runs --server ftp://somewhere")]
    [InlineData("runs --server nonsense")]
    public async Task Wrong_usage_ends_with_2_and_a_message_on_standard_error(string commandLine)
    {
        var run = await CliRun.RunAsync(commandLine.Split(' '));

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.NotEmpty(run.Error);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_command_at_all_shows_the_help_on_standard_error()
    {
        var run = await CliRun.RunAsync();

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("thesis init my-thesis", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_that_there_is_not_is_answered_with_those_that_there_are()
    {
        var run = await CliRun.RunAsync("frobnicate", "--json");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("no command 'frobnicate'", run.Error, StringComparison.Ordinal);
        Assert.Contains("generate", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("-h\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_misspelt_command_is_answered_with_the_right_one()
    {
        var run = await CliRun.RunAsync("validat");

        Assert.Contains("validate", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("init")]
    [InlineData("validate")]
    [InlineData("generate")]
    [InlineData("runs")]
    [InlineData("status")]
    [InlineData("watch")]
    [InlineData("cancel")]
    [InlineData("pause")]
    [InlineData("resume")]
    [InlineData("retry")]
    [InlineData("export")]
    [InlineData("agents")]
    public async Task Help_of_each_command_has_examples_of_it_and_the_exit_codes(string command)
    {
        var run = await CliRun.RunAsync(command, "--help");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("--json", run.Output, StringComparison.Ordinal);
        Assert.Contains($"Examples:{Environment.NewLine}  # ", run.Output, StringComparison.Ordinal);
        Assert.Contains($"  thesis {command}", run.Output[run.Output.IndexOf("Examples:", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Contains("Exit codes:", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_ends_with_3_and_says_how_to_start_one()
    {
        var run = await CliRun.RunAsync("runs", "--server", "http://127.0.0.1:9");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("http://127.0.0.1:9", run.Error, StringComparison.Ordinal);
        Assert.Contains("ThesisApp.AppHost", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_server_is_taken_from_the_environment()
    {
        await using var server = await FakeOrchestrator.StartAsync();

        var run = await CliRun.RunAsync(new() { ["THESIS_SERVER"] = server.Url }, ["runs", "--json"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("run-1", run.Output, StringComparison.Ordinal);
    }
}
