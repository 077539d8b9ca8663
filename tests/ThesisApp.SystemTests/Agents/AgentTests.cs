using ThesisApp.Contracts.Runs;
using ThesisApp.SystemTests.Support;
using ThesisApp.TestSupport.Programs;
using ThesisApp.TestSupport.Stores;

namespace ThesisApp.SystemTests.Agents;

/// <summary>The life of one agent as the operating system sees it.</summary>
/// <param name="undisturbed">What a thesis must be equal to.</param>
/// <param name="store">The Redis on which the agents meet.</param>
public abstract class AgentTests(UndisturbedThesis undisturbed, StoreFixture store) : IAsyncLifetime
{
    private const string Victim = "victim";
    private const string Rescuer = "rescuer";

    // Longer than any test: a task that comes back sooner was given back.
    private static readonly TimeSpan Ages = TimeSpan.FromMinutes(30);

    // Empty: what a test before this one left must not do this one's work.
    public async ValueTask InitializeAsync()
    {
        store.SkipIfMissing();
        await store.EmptyAsync();
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact(Timeout = Limits.Test)]
    public async Task The_late_result_of_an_agent_that_stood_still_past_its_lease_is_refused()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using HoldingRelay relay = new(store.ConnectionString);

        // Without the cache an agent's only large request is the delivery of its result.
        Dictionary<string, string> noCache = new(StringComparer.Ordinal) { ["Coordination__CacheRetention"] = "00:00:00" };
        await using LooseSystem system = new(new SystemSettings { Redis = store.ConnectionString, Lease = TimeSpan.FromSeconds(2), Variables = noCache });
        string run = await system.Runs.SubmitSampleAsync(cancellation);
        ProgramProcess victim = system.StartAgent(Victim, TimeSpan.FromMilliseconds(100), relay.ConnectionString);
        await system.Runs.WaitForTasksAsync(run, done: 3, cancellation);

        // The agent stands still while its result is on its way; another does the task meanwhile; then both go on.
        await relay.HoldNextResultAsync(cancellation);
        await victim.SignalAsync(ProgramSignal.Stop, cancellation);
        string task = Assert.Single(await system.Runs.ListTasksAsync(run, cancellation), info => info.State == TaskState.Leased).Id;
        system.StartAgent(Rescuer, TimeSpan.FromMilliseconds(100));
        await system.Runs.ListEventsUpToAsync(run, happened => happened is { Type: RunEventTypes.TaskDone, Agent: Rescuer } && happened.TaskId == task, cancellation);
        await victim.SignalAsync(ProgramSignal.Continue, cancellation);
        relay.LetGo();

        await Eventually.TrueAsync(
            () => victim.Output.Any(line => line.Contains($"The result of {task} of run {run} was refused: token ", StringComparison.Ordinal)),
            () => $"the refusal; the agent wrote:\n{victim.Text}",
            cancellation);
        RunInfo ended = await system.Runs.WaitForEndAsync(run, cancellation);
        Assert.True(ended.State == RunState.Succeeded, ended.ToString());
        RunEvent taken = Assert.Single(await system.Runs.ListEventsAsync(run, cancellation), happened => happened.Type == RunEventTypes.TaskDone && happened.TaskId == task);
        Assert.Equal(Rescuer, taken.Agent);
        undisturbed.MustEqual(await system.Runs.DownloadThesisAsync(run, cancellation));
    }

    [Fact(Timeout = Limits.Test)]
    public async Task Task_of_a_killed_agent_goes_on_elsewhere_long_before_its_lease_ends()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        Dictionary<string, string> variables = new(StringComparer.Ordinal) { ["Logging__LogLevel__ThesisApp.Coordination.Upkeep"] = "Debug" };
        await using LooseSystem system = new(new SystemSettings { Redis = store.ConnectionString, Lease = Ages, Variables = variables });
        string run = await system.Runs.SubmitSampleAsync(cancellation);
        ProgramProcess victim = system.StartAgent(Victim, Ages);
        string? task = (await system.Runs.ListEventsUpToAsync(run, happened => happened.Type == RunEventTypes.TaskLeased, cancellation))[^1].TaskId;

        // Only who was seen can be missed.
        await Eventually.TrueAsync(
            () => system.Orchestrator.Output.Any(line => line.Contains($"Agent {Victim} is connected.", StringComparison.Ordinal)),
            () => $"the victim to be seen; the orchestrator wrote:\n{system.Orchestrator.Text}",
            cancellation);

        await victim.SignalAsync(ProgramSignal.Kill, cancellation);
        system.StartAgent(Rescuer, TimeSpan.Zero);

        RunInfo ended = await system.Runs.WaitForEndAsync(run, cancellation);
        Assert.True(ended.State == RunState.Succeeded, ended.ToString());
        Assert.Contains(await system.Runs.ListEventsAsync(run, cancellation), happened => happened is { Type: RunEventTypes.TaskExpired, Agent: Victim } && happened.TaskId == task);
        undisturbed.MustEqual(await system.Runs.DownloadThesisAsync(run, cancellation));
    }

    [Fact(Timeout = Limits.Test)]
    public async Task SIGTERM_gives_the_task_back_at_once()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using LooseSystem system = new(new SystemSettings { Redis = store.ConnectionString, Lease = Ages });
        string run = await system.Runs.SubmitSampleAsync(cancellation);
        ProgramProcess leaving = system.StartAgent("leaving", Ages);
        string? task = (await system.Runs.ListEventsUpToAsync(run, happened => happened.Type == RunEventTypes.TaskLeased, cancellation))[^1].TaskId;

        await leaving.SignalAsync(ProgramSignal.Terminate, cancellation);
        Assert.Equal(0, await leaving.WaitForExitAsync(cancellation));
        system.StartAgent("staying", TimeSpan.Zero);

        RunInfo ended = await system.Runs.WaitForEndAsync(run, cancellation);
        Assert.True(ended.State == RunState.Succeeded, ended.ToString());
        Assert.Contains(await system.Runs.ListEventsAsync(run, cancellation), happened => happened is { Type: RunEventTypes.TaskReleased, Agent: "leaving" } && happened.TaskId == task);
        Assert.Equal(1, (await system.Runs.ListTasksAsync(run, cancellation)).Single(done => done.Id == task).Attempts);
        undisturbed.MustEqual(await system.Runs.DownloadThesisAsync(run, cancellation));
    }

    [Fact(Timeout = Limits.Test)]
    public async Task A_connection_that_breaks_while_a_task_reads_costs_the_task_no_attempt()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;

        // More often than any task has attempts.
        const int Cuts = 8;
        await using CuttingRelay relay = new(store.ConnectionString, Cuts);
        await using LooseSystem system = new(new SystemSettings { Redis = store.ConnectionString });
        string run = await system.Runs.SubmitSampleAsync(cancellation);
        ProgramProcess agent = system.StartAgent("cut-off", TimeSpan.Zero, relay.ConnectionString);
        await Eventually.TrueAsync(() => relay.Cuts == Cuts, () => $"the connection to be cut {Cuts} times, not {relay.Cuts}; the agent wrote:\n{agent.Text}", cancellation);
        system.StartAgent("helper", TimeSpan.Zero);

        RunInfo ended = await system.Runs.WaitForEndAsync(run, cancellation);
        Assert.True(ended.State == RunState.Succeeded, ended.ToString());
        Assert.DoesNotContain(await system.Runs.ListEventsAsync(run, cancellation), happened => happened.Type is RunEventTypes.TaskRetried or RunEventTypes.TaskDead);
        undisturbed.MustEqual(await system.Runs.DownloadThesisAsync(run, cancellation));
    }

    [Fact(Timeout = Limits.Test)]
    public async Task Once_does_exactly_one_task()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using LooseSystem system = new(new SystemSettings { Redis = store.ConnectionString, Lease = Ages });
        string run = await system.Runs.SubmitSampleAsync(cancellation);

        ProgramProcess agent = system.StartAgent("once", TimeSpan.Zero, arguments: "--once");
        Assert.Equal(0, await agent.WaitForExitAsync(cancellation));

        TaskCounts tasks = (await system.Runs.FindAsync(run, cancellation)).Tasks;
        Assert.Equal((1, 0), (tasks.Done, tasks.Leased));
        await system.Runs.CancelAsync(run, cancellation);
    }
}
