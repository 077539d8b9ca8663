using System.Text;
using StackExchange.Redis;
using ThesisApp.Contracts.Runs;
using ThesisApp.Coordination.Board;
using ThesisApp.Coordination.Runs;
using ThesisApp.TestSupport.Stores;
using static ThesisApp.Coordination.Tests.CoordinationHost;

namespace ThesisApp.Coordination.Tests.Runs;

/// <summary>The users' side of the board; the same for every store.</summary>
public abstract class RunStoreTests(StoreFixture store) : StoreTest(store)
{
    [Fact]
    public async Task A_creation_that_is_repeated_puts_the_run_on_the_lists_that_the_first_one_did_not_reach()
    {
        await using CoordinationHost host = new(Store);
        NewRun run = new() { Id = "unlisted", Title = "First", Tasks = [Task("a")] };
        await host.Runs.CreateAsync(run, Cancellation);
        await Store.Connection.GetDatabase().SortedSetRemoveAsync("thesis:runs", run.Id);
        await Store.Connection.GetDatabase().SetRemoveAsync("thesis:active", run.Id);

        Assert.False(await host.Runs.CreateAsync(run, Cancellation));

        Assert.Contains(run.Id, (await host.Runs.ListAsync(Cancellation)).Select(info => info.Id));
        Assert.True(await Store.Connection.GetDatabase().SetContainsAsync("thesis:active", run.Id));
        await host.Runs.DeleteAsync(run.Id, Cancellation);
    }

    [Fact]
    public async Task A_run_that_exists_is_left_as_it_is()
    {
        await using CoordinationHost host = new(Store);
        NewRun run = new() { Id = "twice", Title = "First", Tasks = [Task("a")] };
        await host.Runs.CreateAsync(run, Cancellation);

        bool created = await host.Runs.CreateAsync(run with { Title = "Second", Tasks = [Task("b"), Task("c")] }, Cancellation);

        Assert.False(created);
        RunInfo info = (await host.Runs.FindAsync("twice", Cancellation))!;
        Assert.Equal(("First", 1), (info.Title, info.Tasks.Total));
    }

    [Fact]
    public async Task Inputs_come_back_as_they_were_given()
    {
        await using CoordinationHost host = new(Store);
        byte[] bytes = [1, 0, 2, 255];
        await host.Runs.CreateAsync(
            new NewRun { Id = "inputs", Title = "t", Tasks = [Task("a")], Inputs = new Dictionary<string, ReadOnlyMemory<byte>> { [RunInputs.Source("x.md")] = bytes, [RunInputs.Spec] = new byte[] { 7 } } },
            Cancellation);

        Assert.Equal(["source:x.md", "spec"], await host.Runs.ListInputsAsync("inputs", Cancellation));
        Assert.Equal(bytes, (await host.Runs.ReadInputAsync("inputs", "source:x.md", Cancellation))!.Value.ToArray());
        Assert.Null(await host.Runs.ReadInputAsync("inputs", "source:none", Cancellation));
    }

    [Fact]
    public async Task Submissions_of_one_run_at_the_same_time_leave_its_inputs_for_good()
    {
        await using CoordinationHost host = new(Store);
        Dictionary<string, ReadOnlyMemory<byte>> inputs = Enumerable.Range(0, 5).ToDictionary(number => RunInputs.Source($"{number}.md"), _ => (ReadOnlyMemory<byte>)new byte[100]);
        NewRun[] runs = [.. Enumerable.Range(0, 40).Select(number => new NewRun { Id = $"same-{number}", Title = "t", Tasks = [Task("a")], Inputs = inputs })];

        bool[][] created = await System.Threading.Tasks.Task.WhenAll(
            runs.Select(run => System.Threading.Tasks.Task.WhenAll(Enumerable.Range(0, 4).Select(_ => host.Runs.CreateAsync(run, Cancellation)))));

        Assert.All(created, answers => Assert.Single(answers, answer => answer));
        Assert.All(runs, run => Assert.Null(Store.Connection.GetDatabase().KeyTimeToLive($"{{run:{run.Id}}}:inputs")));
        Assert.Equal(inputs.Count, (await host.Runs.ListInputsAsync(runs[0].Id, Cancellation)).Count);
    }

    [Fact]
    public async Task Inputs_that_the_store_loses_while_a_run_is_submitted_are_written_again()
    {
        await using CoordinationHost host = new(Store);
        Dictionary<string, ReadOnlyMemory<byte>> inputs = Enumerable.Range(0, 30).ToDictionary(number => RunInputs.Source($"{number}.md"), _ => (ReadOnlyMemory<byte>)new byte[100]);
        for (int number = 1; ; number++)
        {
            NewRun run = new() { Id = $"losing-{number}", Title = "t", Tasks = [Task("a")], Inputs = inputs };
            Task<bool> creating = host.Runs.CreateAsync(run, Cancellation);
            bool lost = false;
            while (!lost && !creating.IsCompleted)
            {
                lost = await LoseAsync(run.Id);
            }

            Assert.True(await creating);
            Assert.Equal(inputs.Count, (await host.Runs.ListInputsAsync(run.Id, Cancellation)).Count);
            if (lost)
            {
                return;
            }
        }

        // Only what was written before there is a run, as a store loses it that comes back a moment older.
        async Task<bool> LoseAsync(string id)
        {
            ITransaction transaction = Store.Connection.GetDatabase().CreateTransaction();
            transaction.AddCondition(Condition.KeyNotExists($"{{run:{id}}}:meta"));
            transaction.AddCondition(Condition.KeyExists($"{{run:{id}}}:inputs"));
            _ = transaction.KeyDeleteAsync($"{{run:{id}}}:inputs");
            return await transaction.ExecuteAsync();
        }
    }

    [Fact]
    public async Task What_another_submission_under_the_same_key_left_unfinished_is_no_part_of_a_run()
    {
        await using CoordinationHost host = new(Store);
        await Store.Connection.GetDatabase().HashSetAsync("{run:left}:inputs", RunInputs.Source("old.md"), "of a submission that was cut off");

        Assert.True(await host.Runs.CreateAsync(new NewRun { Id = "left", Title = "t", Tasks = [Task("a")], Inputs = new Dictionary<string, ReadOnlyMemory<byte>> { [RunInputs.Spec] = new byte[] { 7 } } }, Cancellation));

        Assert.Equal(["spec"], await host.Runs.ListInputsAsync("left", Cancellation));
    }

    [Fact]
    public async Task A_run_whose_tasks_do_not_fit_is_not_created()
    {
        await using CoordinationHost host = new(Store);

        await Assert.ThrowsAsync<InvalidTaskGraphException>(() => host.CreateRunAsync(Cancellation, Task("a", "missing")));

        Assert.Empty(await host.Runs.ListAsync(Cancellation));
    }

    [Fact]
    public async Task Runs_are_listed_newest_first()
    {
        await using CoordinationHost host = new(Store);
        string first = await host.CreateRunAsync(Cancellation, Task("a"));
        await System.Threading.Tasks.Task.Delay(5, Cancellation);
        string second = await host.CreateRunAsync(Cancellation, Task("a"));

        IReadOnlyList<RunInfo> runs = await host.Runs.ListAsync(Cancellation);

        Assert.Equal([second, first], runs.Select(run => run.Id));
    }

    [Fact]
    public async Task A_paused_run_hands_out_nothing_but_takes_what_is_in_flight()
    {
        await using CoordinationHost host = new(Store);
        string run = await host.CreateRunAsync(Cancellation, Task("a"), Task("b"));
        TaskLease lease = (await host.Board.TryLeaseAsync("agent", Cancellation))!;

        RunActionResult paused = await host.Runs.PauseAsync(run, Cancellation);
        CompleteResult result = await host.Board.CompleteAsync(lease, new TaskResult(), takeNext: true, Cancellation);

        Assert.Equal(RunActionResult.Applied, paused);
        Assert.Equal(CompleteOutcome.Accepted, result.Outcome);
        Assert.Null(result.Next);
        Assert.Null(await host.Board.TryLeaseAsync("agent", Cancellation));
    }

    [Fact]
    public async Task A_resumed_run_wakes_idle_agents()
    {
        await using CoordinationHost host = new(Store, options => options.PollInterval = TimeSpan.FromMinutes(5));
        string run = await host.CreateRunAsync(Cancellation, Task("a"));
        await host.Runs.PauseAsync(run, Cancellation);
        Task<TaskLease> waiting = host.Board.LeaseAsync("idle", Cancellation);
        await System.Threading.Tasks.Task.Delay(200, Cancellation);

        await host.Runs.ResumeAsync(run, Cancellation);

        Assert.Equal("a", (await waiting.WaitAsync(TimeSpan.FromSeconds(30), Cancellation)).Task.Id);
    }

    [Fact]
    public async Task A_cancelled_run_tells_its_agents_and_takes_nothing_more()
    {
        await using CoordinationHost host = new(Store);
        string run = await host.CreateRunAsync(Cancellation, Task("a"), Task("b", "a"));
        TaskLease lease = (await host.Board.TryLeaseAsync("agent", Cancellation))!;

        await host.Runs.CancelAsync(run, "changed my mind", Cancellation);

        Assert.Equal(HeartbeatResult.RunCancelled, await host.Board.HeartbeatAsync(lease, 0, null, Cancellation));
        Assert.Equal(CompleteOutcome.RunEnded, (await host.Board.CompleteAsync(lease, new TaskResult(), true, Cancellation)).Outcome);
        RunInfo info = (await host.Runs.FindAsync(run, Cancellation))!;
        Assert.Equal((RunState.Cancelled, "changed my mind"), (info.State, info.Reason));
        Assert.All(await host.Runs.ListTasksAsync(run, Cancellation), task => Assert.Equal(TaskState.Cancelled, task.State));
    }

    [Fact]
    public async Task A_final_run_cannot_be_paused_and_a_missing_one_is_not_found()
    {
        await using CoordinationHost host = new(Store);
        string run = await host.CreateRunAsync(Cancellation, Task("a"));
        await host.Runs.CancelAsync(run, null, Cancellation);

        Assert.Equal(RunActionResult.Conflict, await host.Runs.PauseAsync(run, Cancellation));
        Assert.Equal(RunActionResult.Unchanged, await host.Runs.CancelAsync(run, null, Cancellation));
        Assert.Equal(RunActionResult.NotFound, await host.Runs.ResumeAsync("none", Cancellation));
        Assert.Null(await host.Runs.FindAsync("no such/run", Cancellation));
    }

    [Fact]
    public async Task A_retried_dead_letter_lets_the_failed_run_go_on_to_its_end()
    {
        await using CoordinationHost host = new(Store);
        string run = await host.CreateRunAsync(Cancellation, Task("a"), Task("b", "a"));
        TaskLease lease = (await host.Board.TryLeaseAsync("agent", Cancellation))!;
        await host.Board.FailAsync(lease, new TaskFailure(true, "no"), Cancellation);
        await host.Upkeep.SweepAsync(Cancellation);

        RunActionResult retried = await host.Runs.RetryTaskAsync(run, "a", Cancellation);

        Assert.Equal(RunActionResult.Applied, retried);
        TaskLease? next = await host.Board.TryLeaseAsync("agent", Cancellation);
        while (next is not null)
        {
            next = (await host.Board.CompleteAsync(next, new TaskResult(), true, Cancellation)).Next;
        }

        RunInfo info = (await host.Runs.FindAsync(run, Cancellation))!;
        Assert.Equal((RunState.Succeeded, 0, null), (info.State, info.Tasks.Dead, info.Reason));
    }

    [Fact]
    public async Task Only_dead_letters_can_be_retried()
    {
        await using CoordinationHost host = new(Store);
        string run = await host.CreateRunAsync(Cancellation, Task("a"));

        Assert.Equal(RunActionResult.Conflict, await host.Runs.RetryTaskAsync(run, "a", Cancellation));
        Assert.Equal(RunActionResult.NotFound, await host.Runs.RetryTaskAsync(run, "none", Cancellation));
    }

    [Fact]
    public async Task A_deleted_run_leaves_no_key_even_if_a_late_agent_delivers()
    {
        await using CoordinationHost host = new(Store);
        string run = await host.CreateRunAsync(Cancellation, Task("a"), Task("b", "a"));
        TaskLease lease = (await host.Board.TryLeaseAsync("agent", Cancellation))!;

        bool deleted = await host.Runs.DeleteAsync(run, Cancellation);
        CompleteResult late = await host.Board.CompleteAsync(
            lease, new TaskResult { Artifacts = new Dictionary<string, ReadOnlyMemory<byte>> { ["x"] = Encoding.UTF8.GetBytes("x") } }, true, Cancellation);

        Assert.True(deleted);
        Assert.Equal(CompleteOutcome.RunEnded, late.Outcome);
        Assert.Equal(HeartbeatResult.LeaseLost, await host.Board.HeartbeatAsync(lease, 0, null, Cancellation));
        Assert.Empty(KeysOf(run));
        Assert.Empty(await host.Runs.ListAsync(Cancellation));
    }

    [Fact]
    public async Task The_sweep_takes_expired_leases_back_without_any_agent()
    {
        await using CoordinationHost host = new(Store, options => options.LeaseDuration = TimeSpan.FromMilliseconds(100));
        string run = await host.CreateRunAsync(Cancellation, Task("a"));
        await host.Board.TryLeaseAsync("dead", Cancellation);
        await System.Threading.Tasks.Task.Delay(150, Cancellation);

        int expired = (await host.Upkeep.SweepAsync(Cancellation)).ExpiredLeases;

        Assert.Equal(1, expired);
        Assert.Equal(1, (await host.Runs.FindAsync(run, Cancellation))!.Tasks.Ready);
    }

    [Fact]
    public async Task The_trace_of_the_request_is_kept_for_every_lease()
    {
        await using CoordinationHost host = new(Store);
        const string TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        await host.Runs.CreateAsync(new NewRun { Id = "traced", Title = "t", Tasks = [Task("a")], TraceParent = TraceParent }, Cancellation);

        TaskLease lease = (await host.Board.TryLeaseAsync("agent", Cancellation))!;

        Assert.Equal(TraceParent, lease.TraceParent);
        Assert.Equal("0af7651916cd43dd8448eb211c80319c", (await host.Runs.FindAsync("traced", Cancellation))!.TraceId);
    }

    [Fact]
    public async Task Runs_that_are_finished_for_long_are_removed_and_others_stay()
    {
        await using CoordinationHost host = new(Store);
        string done = await host.CreateRunAsync(Cancellation, Task("a"));
        await host.Board.CompleteAsync((await host.Board.TryLeaseAsync("agent", Cancellation))!, new TaskResult(), takeNext: false, Cancellation);
        string open = await host.CreateRunAsync(Cancellation, Task("a"));

        Assert.Empty(await host.Upkeep.RemoveFinishedAsync(TimeSpan.FromHours(1), Cancellation));
        while (!(await host.Upkeep.RemoveFinishedAsync(TimeSpan.FromMilliseconds(1), Cancellation)).Contains(done))
        {
            await System.Threading.Tasks.Task.Delay(5, Cancellation);
        }

        Assert.Empty(KeysOf(done));
        Assert.NotNull(await host.Runs.FindAsync(open, Cancellation));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(-10)]
    public async Task A_clock_that_is_days_wrong_neither_removes_runs_too_early_nor_orders_them_wrongly(int days)
    {
        await using CoordinationHost right = new(Store);
        await using CoordinationHost wrong = new(Store, time: new WrongClock(TimeSpan.FromDays(days)));
        string first = await right.CreateRunAsync(Cancellation, Task("a"));
        await right.Board.CompleteAsync((await right.Board.TryLeaseAsync("agent", Cancellation))!, new TaskResult(), takeNext: false, Cancellation);
        await System.Threading.Tasks.Task.Delay(5, Cancellation);
        string second = await wrong.CreateRunAsync(Cancellation, Task("a"));
        await System.Threading.Tasks.Task.Delay(5, Cancellation);
        string third = await right.CreateRunAsync(Cancellation, Task("a"));

        IReadOnlyList<string> removed = await wrong.Upkeep.RemoveFinishedAsync(TimeSpan.FromDays(1), Cancellation);

        Assert.Empty(removed);
        Assert.Equal([third, second, first], (await right.Runs.ListAsync(Cancellation)).Select(run => run.Id));
        while (!(await wrong.Upkeep.RemoveFinishedAsync(TimeSpan.FromMilliseconds(1), Cancellation)).Contains(first))
        {
            await System.Threading.Tasks.Task.Delay(5, Cancellation);
        }
    }

    [Fact]
    public async Task Ids_of_runs_that_never_came_to_be_are_forgotten_after_a_while()
    {
        await using CoordinationHost host = new(Store);
        string run = await host.CreateRunAsync(Cancellation, Task("a"));
        IDatabase database = Store.Connection.GetDatabase();
        double now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        await database.SortedSetAddAsync("thesis:runs", "died-long-ago", now - TimeSpan.FromHours(2).TotalMilliseconds);
        await database.SortedSetAddAsync("thesis:runs", "is-being-made", now);

        IReadOnlyList<RunInfo> listed = await host.Runs.ListAsync(Cancellation);

        Assert.Equal(run, Assert.Single(listed).Id);
        Assert.Equal(["is-being-made", run], (await database.SortedSetRangeByRankAsync("thesis:runs")).Select(id => id.ToString()).Order(StringComparer.Ordinal));
    }

    private sealed class WrongClock(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }
}
