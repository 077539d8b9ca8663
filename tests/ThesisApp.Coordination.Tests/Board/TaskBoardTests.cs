using ThesisApp.Contracts.Runs;
using ThesisApp.Coordination.Board;
using ThesisApp.TestSupport.Stores;
using static ThesisApp.Coordination.Tests.CoordinationHost;

namespace ThesisApp.Coordination.Tests.Board;

/// <summary>The protocol of the board; the same for every store.</summary>
public abstract partial class TaskBoardTests(StoreFixture store) : StoreTest(store)
{
    [Fact]
    public async Task Only_tasks_whose_needs_are_done_are_leased()
    {
        await using CoordinationHost host = new(Store);
        await host.CreateRunAsync(Cancellation, Task("a"), Task("b", "a"));

        TaskLease? first = await host.Board.TryLeaseAsync("agent", Cancellation);
        TaskLease? second = await host.Board.TryLeaseAsync("agent", Cancellation);

        Assert.Equal("a", first?.Task.Id);
        Assert.Null(second);
    }

    [Fact]
    public async Task The_longest_path_goes_first()
    {
        await using CoordinationHost host = new(Store);
        await host.CreateRunAsync(Cancellation, Task("short") with { Priority = 1 }, Task("long") with { Priority = 10.5 }, Task("middle") with { Priority = 10.25 });

        string[] order = [(await host.Board.TryLeaseAsync("x", Cancellation))!.Task.Id, (await host.Board.TryLeaseAsync("x", Cancellation))!.Task.Id, (await host.Board.TryLeaseAsync("x", Cancellation))!.Task.Id];

        Assert.Equal(["long", "middle", "short"], order);
    }

    [Fact]
    public async Task Completing_makes_dependents_ready_and_takes_the_next_in_the_same_call()
    {
        await using CoordinationHost host = new(Store);
        await host.CreateRunAsync(Cancellation, Task("a"), Task("b", "a"));
        TaskLease lease = (await host.Board.TryLeaseAsync("agent", Cancellation))!;

        CompleteResult result = await host.Board.CompleteAsync(lease, new TaskResult(), takeNext: true, Cancellation);

        Assert.Equal(CompleteOutcome.Accepted, result.Outcome);
        Assert.Equal("b", result.Next?.Task.Id);
    }

    [Fact]
    public async Task A_task_with_several_needs_waits_for_the_last_of_them()
    {
        await using CoordinationHost host = new(Store);
        await host.CreateRunAsync(Cancellation, Task("a"), Task("b"), Task("join", "a", "b"));
        TaskLease a = (await host.Board.TryLeaseAsync("x", Cancellation))!;
        TaskLease b = (await host.Board.TryLeaseAsync("y", Cancellation))!;

        CompleteResult first = await host.Board.CompleteAsync(a, new TaskResult(), takeNext: true, Cancellation);
        CompleteResult second = await host.Board.CompleteAsync(b, new TaskResult(), takeNext: true, Cancellation);

        Assert.Null(first.Next);
        Assert.Equal("join", second.Next?.Task.Id);
    }

    [Fact]
    public async Task The_run_succeeds_with_its_last_task()
    {
        await using CoordinationHost host = new(Store);
        string run = await host.CreateRunAsync(Cancellation, Task("a"));
        TaskLease lease = (await host.Board.TryLeaseAsync("agent", Cancellation))!;

        await host.Board.CompleteAsync(lease, new TaskResult(), takeNext: false, Cancellation);

        RunInfo info = (await host.Runs.FindAsync(run, Cancellation))!;
        Assert.Equal(RunState.Succeeded, info.State);
        Assert.Equal(1, info.Tasks.Done);
        Assert.NotNull(info.FinishedAt);
    }

    [Fact]
    public async Task A_running_task_extends_the_graph()
    {
        await using CoordinationHost host = new(Store);
        string run = await host.CreateRunAsync(Cancellation, Task("plan"));
        TaskLease plan = (await host.Board.TryLeaseAsync("agent", Cancellation))!;

        CompleteResult result = await host.Board.CompleteAsync(
            plan, new TaskResult { Extension = [Task("end", "x", "y"), Task("x", "plan"), Task("y", "x")] }, takeNext: true, Cancellation);

        Assert.Equal("x", result.Next?.Task.Id);
        RunInfo info = (await host.Runs.FindAsync(run, Cancellation))!;
        Assert.Equal((4, 2, RunState.Running), (info.Tasks.Total, info.Tasks.Waiting, info.State));
    }

    [Theory]
    [InlineData("plan", "")]
    [InlineData("x", "missing")]
    public async Task An_extension_that_does_not_fit_is_refused_and_changes_nothing(string id, string need)
    {
        await using CoordinationHost host = new(Store);
        string run = await host.CreateRunAsync(Cancellation, Task("plan"));
        TaskLease plan = (await host.Board.TryLeaseAsync("agent", Cancellation))!;
        TaskResult result = new() { Extension = [Task("fine"), need.Length == 0 ? Task(id) : Task(id, need)] };

        await Assert.ThrowsAsync<InvalidTaskGraphException>(() => host.Board.CompleteAsync(plan, result, takeNext: true, Cancellation));

        RunInfo info = (await host.Runs.FindAsync(run, Cancellation))!;
        Assert.Equal((1, 1), (info.Tasks.Total, info.Tasks.Leased));
    }

    [Fact]
    public async Task Artifacts_are_published_with_the_result()
    {
        await using CoordinationHost host = new(Store);
        string run = await host.CreateRunAsync(Cancellation, Task("a"));
        TaskLease lease = (await host.Board.TryLeaseAsync("agent", Cancellation))!;
        byte[] bytes = [0, 255, 10, 13, 0];

        await host.Board.CompleteAsync(lease, new TaskResult { Artifacts = new Dictionary<string, ReadOnlyMemory<byte>> { ["b/ä"] = bytes, ["a"] = new byte[] { 1 } } }, false, Cancellation);

        Assert.Equal(["a", "b/ä"], await host.Blackboard.ListAsync(run, Cancellation));
        IReadOnlyList<ReadOnlyMemory<byte>?> read = await host.Blackboard.ReadManyAsync(run, ["b/ä", "none"], Cancellation);
        Assert.Equal(bytes, read[0]!.Value.ToArray());
        Assert.Null(read[1]);
    }

    [Fact]
    public async Task An_idle_agent_is_woken_when_a_task_becomes_ready()
    {
        await using CoordinationHost host = new(Store, options => options.PollInterval = TimeSpan.FromMinutes(5));
        await using CoordinationHost other = new(Store);
        Task<TaskLease> waiting = host.Board.LeaseAsync("idle", Cancellation);
        await System.Threading.Tasks.Task.Delay(200, Cancellation);

        string run = await other.CreateRunAsync(Cancellation, Task("a"));

        Assert.Equal(run, (await waiting.WaitAsync(TimeSpan.FromSeconds(30), Cancellation)).RunId);
    }

    [Fact]
    public async Task Runs_are_served_in_turn()
    {
        await using CoordinationHost host = new(Store, options => options.TurnLength = TimeSpan.Zero);
        await host.CreateRunAsync(Cancellation, [.. Enumerable.Range(0, 20).Select(i => Task($"big-{i}"))]);
        string small = await host.CreateRunAsync(Cancellation, Task("small-1"), Task("small-2"));

        List<string> runs = [];
        TaskLease? lease = await host.Board.TryLeaseAsync("agent", Cancellation);
        while (lease is not null && runs.Count < 5)
        {
            runs.Add(lease.RunId);
            lease = (await host.Board.CompleteAsync(lease, new TaskResult(), takeNext: true, Cancellation)).Next;
        }

        Assert.Equal(2, runs.Count(run => run == small));
    }

    [Fact]
    public async Task Many_agents_at_once_get_every_task_exactly_once()
    {
        await using CoordinationHost host = new(Store);
        await host.CreateRunAsync(Cancellation, [.. Enumerable.Range(0, 300).Select(i => Task($"t{i}"))]);

        string[][] taken = await System.Threading.Tasks.Task.WhenAll(Enumerable.Range(0, 12).Select(async agent =>
        {
            List<string> mine = [];
            TaskLease? lease = await host.Board.TryLeaseAsync($"agent-{agent}", Cancellation);
            while (lease is not null)
            {
                mine.Add(lease.Task.Id);
                lease = (await host.Board.CompleteAsync(lease, new TaskResult(), takeNext: true, Cancellation)).Next;
            }

            return mine.ToArray();
        }));

        Assert.Equal(300, taken.Sum(mine => mine.Length));
        Assert.Equal(300, taken.SelectMany(mine => mine).Distinct().Count());
    }
}
