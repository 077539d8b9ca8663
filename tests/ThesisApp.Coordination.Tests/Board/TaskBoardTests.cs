using System.Text;
using ThesisApp.Contracts.Runs;
using ThesisApp.Coordination.Board;
using ThesisApp.TestSupport.Stores;
using static ThesisApp.Coordination.Tests.CoordinationHost;

namespace ThesisApp.Coordination.Tests.Board;

/// <summary>The protocol of the board; the same for every store.</summary>
public abstract class TaskBoardTests(StoreFixture store) : StoreTest(store)
{
    private static readonly TimeSpan ShortLease = TimeSpan.FromMilliseconds(150);

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
    public async Task Expired_lease_is_taken_over_with_a_higher_fencing_token()
    {
        await using CoordinationHost host = new(Store, options => options.LeaseDuration = ShortLease);
        await host.CreateRunAsync(Cancellation, Task("a"));
        TaskLease stalled = (await host.Board.TryLeaseAsync("stalled", Cancellation))!;

        TaskLease taken = await host.Board.LeaseAsync("successor", Cancellation);

        Assert.Equal("a", taken.Task.Id);
        Assert.Equal(2, taken.Attempt);
        Assert.True(decimal.Parse(taken.Token, null) > decimal.Parse(stalled.Token, null));
    }

    [Fact]
    public async Task A_stalled_agent_that_wakes_late_is_refused_and_changes_nothing()
    {
        await using CoordinationHost host = new(Store, options => options.LeaseDuration = ShortLease);
        string run = await host.CreateRunAsync(Cancellation, Task("a"), Task("b", "a"));
        TaskLease stalled = (await host.Board.TryLeaseAsync("stalled", Cancellation))!;
        TaskLease taken = await host.Board.LeaseAsync("successor", Cancellation);
        await host.Board.CompleteAsync(taken, Result("artifact", "right"), takeNext: false, Cancellation);

        CompleteResult late = await host.Board.CompleteAsync(stalled, Result("artifact", "stale"), takeNext: true, Cancellation);

        Assert.Equal(CompleteOutcome.Refused, late.Outcome);
        Assert.Null(late.Next);
        Assert.Equal("right", Encoding.UTF8.GetString((await host.Blackboard.ReadAsync(run, "artifact", Cancellation))!.Value.Span));
    }

    [Fact]
    public async Task A_stalled_agent_cannot_fail_release_or_extend_what_another_holds()
    {
        await using CoordinationHost host = new(Store, options => options.LeaseDuration = ShortLease);
        await host.CreateRunAsync(Cancellation, Task("a"));
        TaskLease stalled = (await host.Board.TryLeaseAsync("stalled", Cancellation))!;
        TaskLease taken = await host.Board.LeaseAsync("successor", Cancellation);

        FailResult fail = await host.Board.FailAsync(stalled, new TaskFailure(true, "too late"), Cancellation);
        bool released = await host.Board.ReleaseAsync(stalled, Cancellation);
        HeartbeatResult heartbeat = await host.Board.HeartbeatAsync(stalled, 0.5, null, Cancellation);

        Assert.Equal(FailResult.LeaseLost, fail);
        Assert.False(released);
        Assert.Equal(HeartbeatResult.LeaseLost, heartbeat);
        Assert.Equal(CompleteOutcome.Accepted, (await host.Board.CompleteAsync(taken, new TaskResult(), false, Cancellation)).Outcome);
    }

    [Fact]
    public async Task Heartbeats_keep_a_lease_beyond_its_first_deadline()
    {
        await using CoordinationHost host = new(Store, options => options.LeaseDuration = TimeSpan.FromSeconds(1));
        await host.CreateRunAsync(Cancellation, Task("a"));
        TaskLease lease = (await host.Board.TryLeaseAsync("agent", Cancellation))!;

        HeartbeatResult heartbeat = HeartbeatResult.Extended;
        for (int i = 0; i < 8 && heartbeat == HeartbeatResult.Extended; i++)
        {
            await System.Threading.Tasks.Task.Delay(200, Cancellation);
            heartbeat = await host.Board.HeartbeatAsync(lease, i / 10.0, "writing", Cancellation);
        }

        Assert.Equal(HeartbeatResult.Extended, heartbeat);
        Assert.Null(await host.Board.TryLeaseAsync("other", Cancellation));
    }

    [Fact]
    public async Task Heartbeats_carry_progress_and_activity()
    {
        await using CoordinationHost host = new(Store);
        string run = await host.CreateRunAsync(Cancellation, Task("a"));
        TaskLease lease = (await host.Board.TryLeaseAsync("agent", Cancellation))!;

        await host.Board.HeartbeatAsync(lease, 0.25, "drafting", Cancellation);

        TaskInfo task = Assert.Single(await host.Runs.ListTasksAsync(run, Cancellation));
        Assert.Equal(0.25, task.Progress);
        Assert.Equal("drafting", task.Activity);
        Assert.Equal("agent", task.Agent);
        Assert.Equal(TaskState.Leased, task.State);
    }

    [Fact]
    public async Task A_repeated_delivery_with_the_same_token_is_accepted_once()
    {
        await using CoordinationHost host = new(Store);
        string run = await host.CreateRunAsync(Cancellation, Task("a"), Task("b", "a"), Task("c", "b"));
        TaskLease lease = (await host.Board.TryLeaseAsync("agent", Cancellation))!;
        await host.Board.CompleteAsync(lease, new TaskResult(), takeNext: false, Cancellation);

        CompleteResult repeated = await host.Board.CompleteAsync(lease, new TaskResult(), takeNext: false, Cancellation);

        Assert.Equal(CompleteOutcome.Accepted, repeated.Outcome);
        RunInfo info = (await host.Runs.FindAsync(run, Cancellation))!;
        Assert.Equal((1, 1, 1), (info.Tasks.Done, info.Tasks.Ready, info.Tasks.Waiting));
    }

    [Fact]
    public async Task A_passing_failure_is_retried()
    {
        await using CoordinationHost host = new(Store);
        await host.CreateRunAsync(Cancellation, Task("a"));
        TaskLease lease = (await host.Board.TryLeaseAsync("agent", Cancellation))!;

        FailResult result = await host.Board.FailAsync(lease, new TaskFailure(false, "the model was busy"), Cancellation);

        Assert.Equal(FailResult.Retried, result);
        Assert.Equal(2, (await host.Board.LeaseAsync("agent", Cancellation)).Attempt);
    }

    [Fact]
    public async Task A_retry_waits_as_long_as_the_cause_asked_for()
    {
        await using CoordinationHost host = new(Store);
        string run = await host.CreateRunAsync(Cancellation, Task("a"));
        TaskLease lease = (await host.Board.TryLeaseAsync("agent", Cancellation))!;

        await host.Board.FailAsync(lease, new TaskFailure(false, "429", TimeSpan.FromMinutes(5)), Cancellation);

        Assert.Null(await host.Board.TryLeaseAsync("agent", Cancellation));
        Assert.Equal(TaskState.Delayed, Assert.Single(await host.Runs.ListTasksAsync(run, Cancellation)).State);
    }

    [Fact]
    public async Task A_permanent_failure_is_a_dead_letter_with_its_reason_and_fails_the_run()
    {
        await using CoordinationHost host = new(Store);
        string run = await host.CreateRunAsync(Cancellation, Task("a"), Task("b", "a"));
        TaskLease lease = (await host.Board.TryLeaseAsync("agent", Cancellation))!;

        FailResult result = await host.Board.FailAsync(lease, new TaskFailure(true, "The source is not text."), Cancellation);

        Assert.Equal(FailResult.Dead, result);
        TaskInfo task = (await host.Runs.ListTasksAsync(run, Cancellation))[0];
        Assert.Equal((TaskState.Dead, "The source is not text."), (task.State, task.Error));
        Assert.Equal(RunState.Failed, (await host.Runs.FindAsync(run, Cancellation))!.State);
    }

    [Fact]
    public async Task Out_of_attempts_a_task_becomes_a_dead_letter()
    {
        await using CoordinationHost host = new(Store);
        await host.CreateRunAsync(Cancellation, Task("a") with { MaxAttempts = 2 });
        TaskLease first = (await host.Board.TryLeaseAsync("agent", Cancellation))!;
        await host.Board.FailAsync(first, new TaskFailure(false, "busy", TimeSpan.Zero), Cancellation);
        TaskLease second = await host.Board.LeaseAsync("agent", Cancellation);

        FailResult result = await host.Board.FailAsync(second, new TaskFailure(false, "busy", TimeSpan.Zero), Cancellation);

        Assert.Equal(FailResult.Dead, result);
    }

    [Fact]
    public async Task The_rest_of_the_graph_goes_on_beside_a_dead_letter()
    {
        await using CoordinationHost host = new(Store);
        string run = await host.CreateRunAsync(Cancellation, Task("a") with { Priority = 2 }, Task("b") with { Priority = 1 });
        TaskLease a = (await host.Board.TryLeaseAsync("agent", Cancellation))!;
        await host.Board.FailAsync(a, new TaskFailure(true, "no"), Cancellation);

        TaskLease? b = await host.Board.TryLeaseAsync("agent", Cancellation);

        Assert.Equal("b", b?.Task.Id);
        Assert.Equal(RunState.Running, (await host.Runs.FindAsync(run, Cancellation))!.State);
    }

    [Fact]
    public async Task A_task_that_kills_every_agent_is_given_up()
    {
        await using CoordinationHost host = new(Store, options => options.LeaseDuration = TimeSpan.FromMilliseconds(100));
        string run = await host.CreateRunAsync(Cancellation, Task("bomb") with { MaxAttempts = 1 });

        for (int i = 0; i < 4; i++)
        {
            await host.Board.LeaseAsync($"victim-{i}", Cancellation);
        }

        await System.Threading.Tasks.Task.Delay(150, Cancellation);
        Assert.Null(await host.Board.TryLeaseAsync("survivor", Cancellation));
        Assert.Equal(TaskState.Dead, Assert.Single(await host.Runs.ListTasksAsync(run, Cancellation)).State);
    }

    [Fact]
    public async Task A_released_task_is_ready_at_once_and_the_attempt_does_not_count()
    {
        await using CoordinationHost host = new(Store);
        await host.CreateRunAsync(Cancellation, Task("a"));
        TaskLease lease = (await host.Board.TryLeaseAsync("leaving", Cancellation))!;

        bool released = await host.Board.ReleaseAsync(lease, Cancellation);

        Assert.True(released);
        Assert.Equal(1, (await host.Board.TryLeaseAsync("other", Cancellation))!.Attempt);
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

    private static TaskResult Result(string name, string text) =>
        new() { Artifacts = new Dictionary<string, ReadOnlyMemory<byte>> { [name] = Encoding.UTF8.GetBytes(text) } };
}
