using StackExchange.Redis;
using ThesisApp.Contracts.Runs;
using ThesisApp.Coordination.Board;
using ThesisApp.Coordination.Runs;
using ThesisApp.TestSupport.Stores;
using static ThesisApp.Coordination.Tests.CoordinationHost;

namespace ThesisApp.Coordination.Tests.Runs;

/// <summary>The users' side of the board; the same for every store.</summary>
public abstract partial class RunStoreTests(StoreFixture store) : StoreTest(store)
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
}
