using System.Collections.Concurrent;
using StackExchange.Redis;
using ThesisApp.Contracts.Runs;
using ThesisApp.Coordination.Board;
using ThesisApp.Coordination.Runs;
using ThesisApp.TestSupport.Programs;
using ThesisApp.TestSupport.Stores;
using static ThesisApp.Coordination.Tests.CoordinationHost;

namespace ThesisApp.Coordination.Tests.Board;

/// <summary>Tasks that the board hands to waiting agents: on a server of its own, where runs may share a key.</summary>
public sealed class HandOverTests(RedisServerFixture store) : StoreTest(store), IClassFixture<RedisServerFixture>
{
    private static readonly RedisKey Waiting = "thesis:waiting";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_run_whose_tasks_are_all_handed_over_wakes_nobody()
    {
        await using CoordinationHost host = new(Store);
        Task<TaskLease> waiting = await StartWaitingAsync(host, "idle", Cancellation);
        ConcurrentQueue<string> announced = [];
        await Store.Connection.GetSubscriber().SubscribeAsync(RedisChannel.Literal("thesis:wake"), (_, message) => announced.Enqueue(message.ToString()));

        await host.CreateRunAsync(Cancellation, Task("a"));
        TaskLease lease = await waiting.WaitAsync(Limit, Cancellation);
        await host.Board.CompleteAsync(lease, new TaskResult(), takeNext: false, Cancellation);

        // Behind everything that the run announced.
        await Store.Connection.GetSubscriber().PublishAsync(RedisChannel.Literal("thesis:wake"), "mark");
        await Eventually.TrueAsync(() => announced.Contains("mark"), () => "the mark", Cancellation);
        Assert.Equal(["mark"], announced);
    }

    [Fact]
    public async Task Who_was_told_of_a_run_that_began_with_a_hand_over_is_told_of_its_end()
    {
        await using CoordinationHost host = new(Store);
        Task<TaskLease> waiting = await StartWaitingAsync(host, "idle", Cancellation);
        ConcurrentQueue<string> announced = [];
        await Store.Connection.GetSubscriber().SubscribeAsync(RedisChannel.Literal("thesis:wake"), (_, message) => announced.Enqueue(message.ToString()));

        string run = await host.CreateRunAsync(Cancellation, Task("a"), Task("b", "a"));
        await host.Board.CompleteAsync(await waiting.WaitAsync(Limit, Cancellation), new TaskResult(), takeNext: false, Cancellation);
        await host.Board.CompleteAsync((await host.Board.TryLeaseAsync("other", Cancellation))!, new TaskResult(), takeNext: false, Cancellation);

        await Eventually.TrueAsync(() => announced.Contains($"0:{run}"), () => "the run's end", Cancellation);
        Assert.Equal([$"1:{run}", $"0:{run}"], announced);
    }

    [Fact]
    public async Task A_result_hands_what_it_makes_ready_to_those_who_wait()
    {
        await using CoordinationHost host = new(Store);
        await host.CreateRunAsync(Cancellation, Task("a"), Task("b", "a"), Task("c", "a"), Task("d", "a"));
        TaskLease first = (await host.Board.TryLeaseAsync("busy", Cancellation))!;
        Task<TaskLease>[] waiting = [await StartWaitingAsync(host, "idle-1", Cancellation), await StartWaitingAsync(host, "idle-2", Cancellation)];

        CompleteResult result = await host.Board.CompleteAsync(first, new TaskResult(), takeNext: true, Cancellation);
        TaskLease[] handed = await System.Threading.Tasks.Task.WhenAll(waiting).WaitAsync(Limit, Cancellation);

        Assert.Equal(["b", "c", "d"], new[] { result.Next!, handed[0], handed[1] }.Select(lease => lease.Task.Id).Order());
    }

    [Fact]
    public async Task Tasks_handed_over_at_once_have_tokens_that_grow()
    {
        await using CoordinationHost host = new(Store);
        Task<TaskLease>[] waiting = [await StartWaitingAsync(host, "idle-1", Cancellation), await StartWaitingAsync(host, "idle-2", Cancellation), await StartWaitingAsync(host, "idle-3", Cancellation)];

        await host.CreateRunAsync(Cancellation, Task("a"), Task("b"), Task("c"));
        TaskLease[] handed = await System.Threading.Tasks.Task.WhenAll(waiting).WaitAsync(Limit, Cancellation);

        Assert.Equal(3, handed.Select(lease => lease.Token).Distinct().Count());
    }

    [Fact]
    public async Task A_lease_that_was_handed_over_is_as_good_as_one_that_was_asked_for()
    {
        await using CoordinationHost host = new(Store);
        Task<TaskLease> waiting = await StartWaitingAsync(host, "idle", Cancellation);
        string run = await host.CreateRunAsync(Cancellation, Task("a"));
        TaskLease lease = await waiting.WaitAsync(Limit, Cancellation);

        HeartbeatResult beat = await host.Board.HeartbeatAsync(lease, 0.5, "writing", Cancellation);
        CompleteResult result = await host.Board.CompleteAsync(lease, new TaskResult(), takeNext: false, Cancellation);

        Assert.Equal(
            ("idle", 1, HeartbeatResult.Extended, CompleteOutcome.Accepted, RunState.Succeeded),
            (lease.AgentId, lease.Attempt, beat, result.Outcome, (await host.Runs.FindAsync(run, Cancellation))!.State));
    }

    [Fact]
    public async Task An_agent_that_has_gone_is_passed_over()
    {
        await using CoordinationHost host = new(Store);
        Task<TaskLease> waiting = await StartWaitingAsync(host, "idle", Cancellation);
        await Store.Connection.GetDatabase().SortedSetAddAsync(Waiting, "thesis:handover:gone 1 10000 gone", double.MaxValue);

        await host.CreateRunAsync(Cancellation, Task("a"));

        Assert.Equal("idle", (await waiting.WaitAsync(Limit, Cancellation)).AgentId);
    }

    [Fact]
    public async Task A_task_that_is_handed_to_an_agent_that_waits_no_more_is_given_back_unharmed()
    {
        await using CoordinationHost host = new(Store);
        using CancellationTokenSource stop = new();
        Task<TaskLease> waiting = await StartWaitingAsync(host, "idle", stop.Token);
        IDatabase database = Store.Connection.GetDatabase();
        RedisValue member = (await database.SortedSetRangeByRankAsync(Waiting)).Single();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);

        // As if its taking back had been lost.
        await database.SortedSetAddAsync(Waiting, member, 1);
        await host.CreateRunAsync(Cancellation, Task("a"));
        TaskLease lease = await host.Board.LeaseAsync("other", Cancellation).WaitAsync(Limit, Cancellation);

        Assert.Equal(("other", 1), (lease.AgentId, lease.Attempt));
    }

    [Fact]
    public async Task An_agent_that_stops_waiting_takes_itself_off_the_list()
    {
        await using CoordinationHost host = new(Store);
        using CancellationTokenSource stop = new();
        Task<TaskLease> waiting = await StartWaitingAsync(host, "idle", stop.Token);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);

        Assert.Equal(0, await Store.Connection.GetDatabase().SortedSetLengthAsync(Waiting));
    }

    [Fact]
    public async Task A_run_with_a_cap_hands_over_no_more_than_that()
    {
        await using CoordinationHost host = new(Store);
        Task<TaskLease>[] waiting = [await StartWaitingAsync(host, "idle-1", Cancellation), await StartWaitingAsync(host, "idle-2", Cancellation)];
        NewRun run = new() { Id = $"r{Guid.NewGuid():N}", Title = "A run", Tasks = [Task("a"), Task("b")], Share = new RunShare(0, 1, 1) };

        await host.Runs.CreateAsync(run, Cancellation);
        await System.Threading.Tasks.Task.WhenAny(waiting).WaitAsync(Limit, Cancellation);
        IReadOnlyList<TaskInfo> tasks = await host.Runs.ListTasksAsync(run.Id, Cancellation);

        Assert.Single(tasks, task => task.State == TaskState.Leased);
    }

    [Fact]
    public async Task What_is_left_over_wakes_those_who_ask()
    {
        await using CoordinationHost host = new(Store);
        await using CoordinationHost other = new(Store);
        Task<TaskLease> handed = await StartWaitingAsync(host, "idle", Cancellation);

        await other.CreateRunAsync(Cancellation, Task("a"), Task("b"));
        TaskLease[] leases = [await handed.WaitAsync(Limit, Cancellation), await other.Board.LeaseAsync("asking", Cancellation).WaitAsync(Limit, Cancellation)];

        Assert.Equal(["a", "b"], leases.Select(lease => lease.Task.Id).Order());
    }

    [Fact]
    public async Task An_agent_waits_from_the_result_on_that_leaves_it_without_a_task()
    {
        await using CoordinationHost host = new(Store);
        TaskLease first = await LeaseOneAsync(host, "agent");
        await host.Board.CompleteOrWaitAsync(first, new TaskResult(), Cancellation);

        string run = await host.CreateRunAsync(Cancellation, Task("next"));
        TaskState state = (await host.Runs.ListTasksAsync(run, Cancellation)).Single().State;
        TaskLease next = await host.Board.LeaseAsync("agent", Cancellation).WaitAsync(Limit, Cancellation);

        Assert.Equal((TaskState.Leased, run, 1), (state, next.RunId, next.Attempt));
    }

    [Fact]
    public async Task A_result_that_is_followed_by_a_task_puts_its_agent_on_no_list()
    {
        await using CoordinationHost host = new(Store);
        await host.CreateRunAsync(Cancellation, Task("a"), Task("b"));
        TaskLease first = (await host.Board.TryLeaseAsync("agent", Cancellation))!;

        CompleteResult answer = await host.Board.CompleteOrWaitAsync(first, new TaskResult(), Cancellation);

        Assert.Equal(("b", 0L), (answer.Next?.Task.Id, await Store.Connection.GetDatabase().SortedSetLengthAsync(Waiting)));
    }

    [Fact]
    public async Task A_repeated_result_that_is_followed_by_a_task_takes_its_agent_off_the_list()
    {
        await using CoordinationHost host = new(Store);
        await host.CreateRunAsync(Cancellation, Task("a"), Task("b"), Task("c", "b"));
        TaskLease first = (await host.Board.TryLeaseAsync("agent", Cancellation))!;
        TaskLease other = (await host.Board.TryLeaseAsync("other", Cancellation))!;
        await host.Board.CompleteOrWaitAsync(first, new TaskResult(), Cancellation);

        // As if it had not waited when b was done, so that c is there for the repeated delivery.
        RedisValue member = (await Store.Connection.GetDatabase().SortedSetRangeByRankAsync(Waiting)).Single();
        await Store.Connection.GetDatabase().SortedSetRemoveAsync(Waiting, member);
        await host.Board.CompleteAsync(other, new TaskResult(), takeNext: false, Cancellation);
        await Store.Connection.GetDatabase().SortedSetAddAsync(Waiting, member, 1);
        CompleteResult repeated = await host.Board.CompleteOrWaitAsync(first, new TaskResult(), Cancellation);

        Assert.Equal(("c", 0L), (repeated.Next?.Task.Id, await Store.Connection.GetDatabase().SortedSetLengthAsync(Waiting)));
    }

    [Fact]
    public async Task What_no_agent_of_ours_has_put_among_those_who_wait_is_passed_over()
    {
        await using CoordinationHost host = new(Store);
        Task<TaskLease> waiting = await StartWaitingAsync(host, "idle", Cancellation);
        await Store.Connection.GetDatabase().SortedSetAddAsync(Waiting, "nonsense", long.MaxValue);

        await host.CreateRunAsync(Cancellation, Task("a"));

        Assert.Equal("a", (await waiting.WaitAsync(Limit, Cancellation)).Task.Id);
    }

    [Fact]
    public async Task A_task_that_was_handed_to_a_busy_agent_is_given_back_with_its_next_result()
    {
        await using CoordinationHost host = new(Store);
        TaskLease first = await LeaseOneAsync(host, "agent");
        await host.Board.CompleteOrWaitAsync(first, new TaskResult(), Cancellation);
        string run = await host.CreateRunAsync(Cancellation, Task("handed"));
        await (await host.WaitingAgents.PrepareAsync("agent", Cancellation))!.Handed.WaitAsync(Limit, Cancellation);
        TaskLease second = await LeaseOneAsync(host, "agent");

        CompleteResult answer = await host.Board.CompleteOrWaitAsync(second, new TaskResult(), Cancellation);

        // Whoever asks first has it, and has it for the first time.
        TaskLease taken = answer.Next ?? await host.Board.LeaseAsync("other", Cancellation).WaitAsync(Limit, Cancellation);
        Assert.Equal((run, 1), (taken.RunId, taken.Attempt));
    }

    [Fact]
    public async Task A_user_with_the_rights_of_an_older_version_works_without_handing_over()
    {
        Store.SkipIfMissing();
        await Store.Connection.GetServers()[0].ExecuteAsync("ACL", "SETUSER", "older", "on", ">secret", "~{run:*}:*", "~thesis:active", "~thesis:runs", "&*", "+@all", "-zpopmax");
        ConfigurationOptions options = ConfigurationOptions.Parse(Store.ConnectionString);
        (options.User, options.Password) = ("older", "secret");
        await using ConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync(options);
        await using CoordinationHost host = new(Store, connection: connection);
        string run = await host.CreateRunAsync(Cancellation, Task("a"), Task("b", "a"));

        TaskLease first = await host.Board.LeaseAsync("agent", Cancellation).WaitAsync(Limit, Cancellation);
        CompleteResult second = await host.Board.CompleteOrWaitAsync(first, new TaskResult(), Cancellation);
        await host.Board.CompleteOrWaitAsync(second.Next!, new TaskResult(), Cancellation);

        Assert.Equal(RunState.Succeeded, (await host.Runs.FindAsync(run, Cancellation))!.State);
    }

    private static async Task<TaskLease> LeaseOneAsync(CoordinationHost host, string agent)
    {
        await host.CreateRunAsync(Cancellation, Task("one"));
        return (await host.Board.TryLeaseAsync(agent, Cancellation))!;
    }

    private async Task<Task<TaskLease>> StartWaitingAsync(CoordinationHost host, string agent, CancellationToken cancellationToken)
    {
        Task<TaskLease> waiting = host.Board.LeaseAsync(agent, cancellationToken);
        await Eventually.TrueAsync(
            async _ => (await Store.Connection.GetDatabase().SortedSetRangeByRankAsync(Waiting)).Any(member => member.ToString().EndsWith(' ' + agent, StringComparison.Ordinal)),
            () => $"{agent} on the list of those who wait",
            Cancellation);
        return waiting;
    }
}
