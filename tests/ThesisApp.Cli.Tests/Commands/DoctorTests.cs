using System.Text.Json;
using ThesisApp.Cli.Tests.Support;

namespace ThesisApp.Cli.Tests.Commands;

public sealed class DoctorTests
{
    [Fact]
    public async Task Json_tells_of_every_kind_of_sandbox_what_it_withholds()
    {
        var run = await CliRun.RunAsync("doctor", "--json");

        using var document = JsonDocument.Parse(run.Output);
        var sandboxes = document.RootElement.GetProperty("sandboxes").EnumerateArray().ToList();
        Assert.Equal(["process", "bubblewrap", "docker", "kubernetes"], sandboxes.Select(sandbox => sandbox.GetProperty("kind").GetString()));
        Assert.All(
            sandboxes.Where(sandbox => sandbox.GetProperty("available").GetBoolean()),
            sandbox => Assert.Contains("memoryLimit", sandbox.GetProperty("guarantees").EnumerateArray().Select(guarantee => guarantee.GetProperty("name").GetString())));
        Assert.All(sandboxes, sandbox => Assert.NotEqual("", sandbox.GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task A_machine_without_the_system_is_not_healthy()
    {
        var run = await CliRun.RunAsync(new Dictionary<string, string> { ["THESIS_APPHOST"] = "/no/such/ThesisApp.AppHost.dll" }, ["doctor", "--json"]);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("/no/such/ThesisApp.AppHost.dll", run.Error, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(run.Output);
        Assert.False(document.RootElement.GetProperty("healthy").GetBoolean());
    }

    [Theory]
    [InlineData("--once")]
    [InlineData("--agent-in-image")]
    [InlineData("--per chapter")]
    public async Task Options_about_sandboxes_ask_for_one(string option)
    {
        using var folder = new TempFolder();
        await CliRun.RunAsync("init", folder.File("mine"));

        var run = await CliRun.RunAsync(["generate", folder.File("mine"), "-o", folder.File("out"), .. option.Split(' ')]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(option, run.Error, StringComparison.Ordinal);
        Assert.Contains("--sandbox", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--min 5 --max 2", "--min is 5")]
    [InlineData("--server http://localhost:1", "--server")]
    [InlineData("--per chapter --once", "--per chapter is a sandbox for each chapter")]
    public async Task What_does_not_fit_together_is_named(string options, string expected)
    {
        using var folder = new TempFolder();
        await CliRun.RunAsync("init", folder.File("mine"));

        var run = await CliRun.RunAsync(["generate", folder.File("mine"), "-o", folder.File("out"), "--sandbox", "process", .. options.Split(' ')]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }
}
