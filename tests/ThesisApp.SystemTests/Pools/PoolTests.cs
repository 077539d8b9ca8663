using System.Globalization;
using ThesisApp.Contracts.Runs;
using ThesisApp.SystemTests.Support;
using ThesisApp.TestSupport.Programs;
using ThesisApp.TestSupport.Stores;

namespace ThesisApp.SystemTests.Pools;

/// <summary>The elastic pool with real orchestrators, sandboxes and agents.</summary>
public sealed class PoolTests(UndisturbedThesis undisturbed, GarnetFixture store) : IClassFixture<GarnetFixture>
{
    private const int Most = 4;

    [Fact(Timeout = Limits.Test)]
    public async Task A_pool_grows_with_the_work_survives_its_orchestrator_without_orphan_or_double_and_shrinks_to_nothing()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using PoolSystem system = new(new SystemSettings { Redis = store.ConnectionString, Pace = TimeSpan.FromMilliseconds(150) });
        (ProgramProcess first, _) = system.StartOrchestrator(Most);
        await Eventually.TrueAsync(() => Leads(first), () => $"the first orchestrator to lead:\n{first.Text}", cancellation);
        (ProgramProcess second, RunsOf runs) = system.StartOrchestrator(Most);
        Assert.Empty(system.Agents);

        int seen = 0;
        using CancellationTokenSource enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task counting = CountAsync(system, most => seen = Math.Max(seen, most), enough.Token);
        string run = await runs.SubmitSampleAsync(cancellation);
        await runs.WaitForTasksAsync(run, done: 25, cancellation);
        HashSet<string> before = [.. system.Agents];
        await first.SignalAsync(ProgramSignal.Kill, cancellation);
        RunInfo ended = await runs.WaitForEndAsync(run, cancellation);

        Assert.Equal(RunState.Succeeded, ended.State);
        undisturbed.MustEqual(await runs.DownloadThesisAsync(run, cancellation));
        await Eventually.TrueAsync(() => Leads(second), () => $"the second orchestrator to lead:\n{second.Text}", cancellation);
        await Eventually.TrueAsync(() => system.Agents.Count == 0, () => $"the end of the sandboxes:\n{second.Text}", cancellation);
        await Eventually.TrueAsync(() => system.Leftovers.Count == 0, () => $"the removal of the sandboxes:\n{second.Text}", cancellation);
        await enough.CancelAsync();
        await counting;

        Assert.InRange(before.Count, 2, Most);
        Assert.InRange(seen, 2, Most);
        Assert.Contains("Adopted sandbox", second.Text, StringComparison.Ordinal);
    }

    [Fact(Timeout = Limits.Test)]
    public async Task An_orchestrator_that_is_killed_while_it_starts_sandboxes_leaves_neither_orphan_nor_double()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        (string, string)[] settings = [("Pool__Min", Most.ToString(CultureInfo.InvariantCulture)), ("Pool__EndsWithOrchestrator", "true")];
        await using PoolSystem system = new(new SystemSettings { Redis = store.ConnectionString });
        int seen = 0;
        using CancellationTokenSource enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task counting = CountAsync(system, most => seen = Math.Max(seen, most), enough.Token);
        (ProgramProcess first, _) = system.StartOrchestrator(Most, settings);
        await Eventually.TrueAsync(() => system.Processes.Count > 1, () => $"the first sandbox:\n{first.Text}", cancellation);

        await first.SignalAsync(ProgramSignal.Kill, cancellation);
        (ProgramProcess second, _) = system.StartOrchestrator(Most, settings);
        await Eventually.TrueAsync(() => Leads(second), () => $"the second orchestrator to lead:\n{second.Text}", cancellation);
        await Eventually.TrueAsync(() => system.Agents.Count == Most, () => $"{Most} agents:\n{second.Text}", cancellation);
        await second.SignalAsync(ProgramSignal.Terminate, cancellation);
        await second.WaitForExitAsync(cancellation);

        Assert.Empty(system.Agents);
        Assert.Empty(system.Leftovers);

        // A warden that was adopted looks once a second whether it is still kept, and what it waits by ends after it.
        await Eventually.TrueAsync(() => system.Processes.Count == 0, () => $"the end of these processes:\n{string.Join('\n', system.Processes)}", cancellation);
        await enough.CancelAsync();
        await counting;
        Assert.InRange(seen, 1, Most);
    }

    [Fact(Timeout = Limits.Test)]
    public async Task Sandboxes_that_nobody_keeps_any_more_end_by_themselves()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using PoolSystem system = new(new SystemSettings { Redis = store.ConnectionString });
        (ProgramProcess orchestrator, _) = system.StartOrchestrator(Most, ("Pool__Min", "2"), ("Sandboxes__OrphanPatience", "00:00:01"));
        await Eventually.TrueAsync(() => system.Agents.Count == 2, () => $"two agents:\n{orchestrator.Text}", cancellation);

        await orchestrator.SignalAsync(ProgramSignal.Kill, cancellation);

        await Eventually.TrueAsync(() => system.Processes.Count == 0, () => $"the end of these processes:\n{string.Join('\n', system.Processes)}", cancellation);
    }

    [Fact(Timeout = Limits.Test)]
    public async Task An_agent_that_dies_is_replaced()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using PoolSystem system = new(new SystemSettings { Redis = store.ConnectionString });
        (ProgramProcess orchestrator, RunsOf runs) = system.StartOrchestrator(Most, ("Pool__Min", "1"), ("Pool__EndsWithOrchestrator", "true"));
        await Eventually.TrueAsync(() => system.Agents.Count == 1, () => $"an agent:\n{orchestrator.Text}", cancellation);
        string before = Assert.Single(system.Agents);
        int id = int.Parse(before.Split(' ')[0], CultureInfo.InvariantCulture);
        await Eventually.GetAsync(
            async token => (await runs.ListAgentsAsync(token)).Any(agent => agent.ProcessId == id) ? runs : null, () => $"the agent's presence:\n{orchestrator.Text}", cancellation);

        await ProcessTable.SignalAsync(id, ProgramSignal.Kill, cancellation);

        await Eventually.TrueAsync(() => system.Agents is [var after] && after != before, () => $"another agent:\n{orchestrator.Text}", cancellation);
        await orchestrator.SignalAsync(ProgramSignal.Terminate, cancellation);
        await orchestrator.WaitForExitAsync(cancellation);
        Assert.Empty(system.Processes);
        Assert.Empty(system.Leftovers);
    }

    [Fact(Timeout = Limits.Test)]
    public async Task A_pool_of_sandboxes_for_one_task_each_gives_every_task_one_of_its_own()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using PoolSystem system = new(new SystemSettings { Redis = store.ConnectionString });
        (_, RunsOf runs) = system.StartOrchestrator(Most, ("Pool__Once", "true"), ("Pool__EndsWithOrchestrator", "true"));

        string run = await runs.SubmitSampleAsync(cancellation);
        RunInfo ended = await runs.WaitForEndAsync(run, cancellation);
        IReadOnlyList<TaskInfo> tasks = await runs.ListTasksAsync(run, cancellation);

        Assert.Equal((RunState.Succeeded, tasks.Count), (ended.State, tasks.Select(task => task.Agent).Distinct(StringComparer.Ordinal).Count()));
        undisturbed.MustEqual(await runs.DownloadThesisAsync(run, cancellation));
    }

    [Fact(Timeout = Limits.Test)]
    public async Task Starts_that_fail_are_held_back_and_told_with_what_the_agent_said()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using PoolSystem system = new(new SystemSettings { Redis = store.ConnectionString });
        (ProgramProcess orchestrator, _) = system.StartOrchestrator(
            Most,
            ("Pool__Min", "1"), ("Pool__FirstPause", "00:00:00.100"), ("Pool__LongestPause", "00:00:00.200"),
            ("Sandboxes__Command__0", "/bin/sh"), ("Sandboxes__Command__1", "-c"), ("Sandboxes__Command__2", "echo broken on purpose; exit 9"));

        await Eventually.TrueAsync(() => orchestrator.Text.Split("The next is tried in").Length > 3, () => $"three failed starts:\n{orchestrator.Text}", cancellation);

        Assert.Contains("broken on purpose", orchestrator.Text, StringComparison.Ordinal);
        Assert.Contains("ended with code 9", orchestrator.Text, StringComparison.Ordinal);
        Assert.False(orchestrator.HasExited);
    }

    private static bool Leads(ProgramProcess orchestrator) => orchestrator.Text.Contains("looks after the pool", StringComparison.Ordinal);

    private static async Task CountAsync(PoolSystem system, Action<int> note, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            note(system.Agents.Count);
            await Task.Delay(50, cancellationToken).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }
}
