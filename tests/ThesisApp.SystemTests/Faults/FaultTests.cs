using ThesisApp.Contracts.Agents;
using ThesisApp.Contracts.Runs;
using ThesisApp.SystemTests.Support;
using ThesisApp.TestSupport.Programs;

namespace ThesisApp.SystemTests.Faults;

/// <summary>A part of the running system is killed in the middle of a run: the run finishes, and not one byte of the thesis differs.</summary>
/// <param name="undisturbed">What it must be equal to.</param>
/// <param name="redis">A Redis of the test's own, or null for the embedded one.</param>
public abstract class FaultTests(UndisturbedThesis undisturbed, string? redis)
{
    private const int DoneBefore = 20;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private SystemSettings Settings => new() { Redis = redis, Pace = TimeSpan.FromMilliseconds(200) };

    [Fact(Timeout = Limits.Test)]
    public async Task An_agent_is_killed()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using AppHostSystem system = await StartAsync();
        string run = await system.Runs.SubmitSampleAsync(cancellation);
        await system.Runs.WaitForTasksAsync(run, DoneBefore, cancellation);
        AgentInfo victim = await FindWorkingAgentAsync(system, run);

        await ProcessTable.SignalAsync(victim.ProcessId, ProgramSignal.Kill, cancellation);

        await AssertUndisturbedAsync(system, run);
        List<RunEvent> events = await system.Runs.ListEventsAsync(run, cancellation);
        Assert.Contains(events, happened => happened.Type == RunEventTypes.TaskExpired && happened.Agent == victim.Id);
        Assert.Contains(system.View.Resources, resource => resource is { Restarts: 1, State: "running" } && resource.Name.StartsWith("agent-", StringComparison.Ordinal));
    }

    [Fact(Timeout = Limits.Test)]
    public async Task The_orchestrator_is_killed()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using AppHostSystem system = await StartAsync();
        string run = await system.Runs.SubmitSampleAsync(cancellation);
        await system.Runs.WaitForTasksAsync(run, DoneBefore, cancellation);

        await ProcessTable.SignalAsync(system.View["orchestrator"].Pid!.Value, ProgramSignal.Kill, cancellation);

        await AssertUndisturbedAsync(system, run);
        Assert.Equal(1, system.View["orchestrator"].Restarts);
    }

    [Fact(Timeout = Limits.Test)]
    public async Task The_host_is_killed_and_started_again_on_the_same_data()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using AppHostSystem system = await StartAsync();
        string run = await system.Runs.SubmitSampleAsync(cancellation);
        await system.Runs.WaitForTasksAsync(run, DoneBefore, cancellation);

        await system.Host.SignalAsync(ProgramSignal.Kill, cancellation);
        await system.WaitUntilGoneAsync(cancellation);
        await system.StartAgainAsync(cancellation);

        RunInfo found = await system.Runs.FindAsync(run, cancellation);
        Assert.True(found.Tasks.Done > 0, $"Nothing that was done survived: {found}");
        await AssertUndisturbedAsync(system, run);
    }

    private Task<AppHostSystem> StartAsync() => AppHostSystem.StartAsync(Settings, Cancellation);

    private static Task<AgentInfo> FindWorkingAgentAsync(AppHostSystem system, string run) => Eventually.GetAsync(
        async token =>
        {
            IReadOnlyList<AgentInfo> agents = await system.Runs.ListAgentsAsync(token);
            HashSet<string?> holders = [.. (await system.Runs.ListTasksAsync(run, token)).Where(task => task.State == TaskState.Leased).Select(task => task.Agent)];
            return agents.FirstOrDefault(agent => holders.Contains(agent.Id));
        },
        () => "an agent to work",
        Cancellation);

    private async Task AssertUndisturbedAsync(AppHostSystem system, string run)
    {
        RunInfo ended = await system.Runs.WaitForEndAsync(run, Cancellation);
        Assert.True(ended.State == RunState.Succeeded, ended.ToString());
        undisturbed.MustEqual(await system.Runs.DownloadThesisAsync(run, Cancellation));
    }
}
