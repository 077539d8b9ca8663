using ThesisApp.LocalHosting.State;
using ThesisApp.LocalHosting.Tests.Support;

namespace ThesisApp.LocalHosting.Tests.Hosts;

/// <summary>However a host ends, nothing that it started stays.</summary>
public sealed class StoppingTests : IDisposable
{
    private readonly HostFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("HUP")]
    public async Task A_signal_to_stop_ends_everything_cleanly(string signal)
    {
        await using HostProcess host = HostProcess.Start(_folder);
        HostStatus status = await host.ReadyAsync();
        int[] children = await OsProcesses.ChildrenOfAsync(status.Pid);

        await OsProcesses.SignalAsync(signal, status.Pid);

        Assert.Equal(0, await host.ExitAsync());
        Assert.True(children.Length >= 3, "An orchestrator and two agents were running.");
        await OsProcesses.ExpectGoneAsync(children);
    }

    [Fact]
    public async Task Ctrl_C_in_a_terminal_ends_everything_cleanly()
    {
        await using HostProcess host = HostProcess.Start(_folder, terminal: true);
        HostStatus status = await host.ReadyAsync();
        int[] children = await OsProcesses.ChildrenOfAsync(status.Pid);

        await host.TypeAsync('\x03');

        Assert.Equal(0, await host.ExitAsync());
        await OsProcesses.ExpectGoneAsync(children);
        Assert.DoesNotContain("started again", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_end_of_standard_input_ends_the_host_if_it_is_to_exit_with_its_parent()
    {
        await using HostProcess host = HostProcess.Start(_folder, environment: new() { ["Hosting__ExitWithParent"] = "true" });
        HostStatus status = await host.ReadyAsync();
        int[] children = await OsProcesses.ChildrenOfAsync(status.Pid);

        host.EndInput();

        Assert.Equal(0, await host.ExitAsync());
        await OsProcesses.ExpectGoneAsync(children);
    }

    [Fact]
    public async Task A_killed_host_leaves_no_orphan()
    {
        await using HostProcess host = HostProcess.Start(_folder);
        HostStatus status = await host.ReadyAsync();
        int[] children = await OsProcesses.ChildrenOfAsync(status.Pid);

        await OsProcesses.SignalAsync("KILL", status.Pid);

        await host.ExitAsync();
        Assert.True(children.Length >= 4, "An orchestrator, two agents and the guard were running.");
        await OsProcesses.ExpectGoneAsync(children);
    }

    [Fact]
    public async Task A_killed_host_leaves_no_orphan_that_was_stopped()
    {
        await using HostProcess host = HostProcess.Start(_folder);
        HostStatus status = await host.ReadyAsync();
        int[] children = await OsProcesses.ChildrenOfAsync(status.Pid);
        await OsProcesses.SignalAsync("STOP", status.Resources.Single(resource => resource.Name == "agent-1").Pid!.Value);

        await OsProcesses.SignalAsync("KILL", status.Pid);

        await host.ExitAsync();
        await OsProcesses.ExpectGoneAsync(children);
    }

    [Fact]
    public async Task A_second_signal_ends_the_host_at_once_and_what_it_started_with_it()
    {
        await using HostProcess host = HostProcess.Start(_folder, HostProcess.SampleHost, ["stubborn"]);
        HostStatus status = await host.ReadyAsync();
        await host.WroteAsync("deaf");
        int[] children = await OsProcesses.ChildrenOfAsync(status.Pid);

        await OsProcesses.SignalAsync("TERM", status.Pid);
        await host.WroteAsync("Stopping.");
        await OsProcesses.SignalAsync("TERM", status.Pid);

        Assert.Equal(128 + 15, await host.ExitAsync());
        await OsProcesses.ExpectGoneAsync(children);
    }

    [Fact]
    public async Task A_process_that_ignores_the_signal_is_killed_in_time()
    {
        await using HostProcess host = HostProcess.Start(_folder, HostProcess.SampleHost, ["stubborn"]);
        HostStatus status = await host.ReadyAsync();
        await host.WroteAsync("deaf");
        int[] children = await OsProcesses.ChildrenOfAsync(status.Pid);

        await OsProcesses.SignalAsync("TERM", status.Pid);

        Assert.Equal(0, await host.ExitAsync());
        Assert.Contains("worker did not stop within 10 s and was killed.", host.Output, StringComparison.Ordinal);
        await OsProcesses.ExpectGoneAsync(children);
    }

    [Fact]
    public async Task The_state_file_is_gone_when_nothing_runs_any_more()
    {
        await using HostProcess host = HostProcess.Start(_folder);
        HostStatus status = await host.ReadyAsync();

        await OsProcesses.SignalAsync("TERM", status.Pid);

        await host.ExitAsync();
        Assert.Null(host.Status());
    }
}
