using System.Diagnostics;
using System.Reflection;
using ThesisApp.Cli.Tests.Support;

namespace ThesisApp.Cli.Tests.Commands;

/// <summary>The command as a user's shell runs it.</summary>
public sealed class ProcessTests : IDisposable
{
    private static readonly string CliPath =
        typeof(ProcessTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "CliPath").Value!;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_valid_specification_ends_with_0_and_the_result_on_standard_output()
    {
        var spec = SpecFiles.WriteValid(_folder);

        var (exitCode, output, error) = await RunAsync("validate", spec);

        Assert.Equal(0, exitCode);
        Assert.Contains("valid", output, StringComparison.Ordinal);
        Assert.Empty(error);
    }

    [Fact]
    public async Task A_missing_file_ends_with_2_and_no_stack_trace()
    {
        var (exitCode, output, error) = await RunAsync("generate", _folder.File("none.yaml"), "--output", _folder.File("out"));

        Assert.Equal(2, exitCode);
        Assert.Empty(output);
        Assert.Contains("none.yaml: There is no such file.", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.File("out")));
    }

    [Fact]
    public async Task Output_that_is_no_terminal_has_no_escape_sequences()
    {
        await using var server = await FakeOrchestrator.StartAsync();

        var (_, output, error) = await RunAsync("runs", "--server", server.Url);

        Assert.Contains("run-1", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output + error);
    }

    [Fact]
    public async Task Ctrl_C_ends_with_130()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Sends a POSIX signal.");
        await using var server = await FakeOrchestrator.StartAsync();
        server.Run = server.Run with { State = Contracts.Runs.RunState.Running };
        using var process = Start("watch", "run-1", "--server", server.Url);
        // The first line says where the run stands: by then signals are listened to.
        await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken);

        using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.Equal(130, process.ExitCode);
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] args)
    {
        using var process = Start(args);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }

    private static Process Start(params string[] args)
    {
        // A test run in the background of a script ignores Ctrl+C, and so would its children.
        string[] command = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT", "dotnet"] : ["dotnet"];
        return Process.Start(new ProcessStartInfo(command[0], [.. command[1..], CliPath, .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }
}
