using ThesisApp.LocalHosting.State;
using ThesisApp.LocalHosting.Tests.Support;

namespace ThesisApp.LocalHosting.Tests.Hosts;

public sealed class RestartTests : IDisposable
{
    private readonly HostFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("agent-2")]
    [InlineData("orchestrator")]
    public async Task A_process_that_is_killed_is_started_again(string name)
    {
        await using HostProcess host = HostProcess.Start(_folder);
        int killed = Find(await host.ReadyAsync(), name).Pid!.Value;

        await OsProcesses.SignalAsync("KILL", killed);

        ResourceStatus again = Find(await host.ReachAsync(status => Find(status, name) is { State: ResourceState.Running, Restarts: 1 }, "whole again"), name);
        Assert.NotEqual(killed, again.Pid);
    }

    [Fact]
    public async Task The_others_go_on_when_one_is_killed()
    {
        await using HostProcess host = HostProcess.Start(_folder);
        HostStatus before = await host.ReadyAsync();

        await OsProcesses.SignalAsync("KILL", Find(before, "agent-1").Pid!.Value);

        HostStatus after = await host.ReachAsync(status => Find(status, "agent-1").Restarts == 1, "whole again");
        Assert.Equal(Find(before, "agent-2"), Find(after, "agent-2"), (one, other) => one.Pid == other.Pid && one.Restarts == other.Restarts);
    }

    [Fact]
    public async Task Each_death_in_a_row_is_followed_by_a_longer_pause()
    {
        await using HostProcess host = HostProcess.Start(_folder);
        await host.ReadyAsync();

        for (int death = 1; death <= 3; death++)
        {
            HostStatus status = await host.ReachAsync(state => Find(state, "agent-1") is { State: ResourceState.Running } agent && agent.Restarts == death - 1, "whole again");
            await OsProcesses.SignalAsync("KILL", Find(status, "agent-1").Pid!.Value);
        }

        await host.WroteAsync("agent-1 ended with exit code 137; it is started again in 0.8 s.");
        Assert.Contains("agent-1 ended with exit code 137; it is started again in 0.2 s.", host.Output, StringComparison.Ordinal);
        Assert.Contains("agent-1 ended with exit code 137; it is started again in 0.4 s.", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_whose_output_another_holds_open_is_started_again()
    {
        await using HostProcess host = HostProcess.Start(_folder, HostProcess.SampleHost, ["heir"]);
        try
        {
            await host.ReachAsync(status => Find(status, "worker") is { State: ResourceState.Running, Restarts: 1 }, "running again");
        }
        finally
        {
            await OsProcesses.SignalAsync("KILL", int.Parse(await File.ReadAllTextAsync(Path.Combine(_folder.Data, "heir.pid"), TestContext.Current.CancellationToken), System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private static ResourceStatus Find(HostStatus status, string name) => status.Resources.SingleOrDefault(resource => resource.Name == name)!;
}
