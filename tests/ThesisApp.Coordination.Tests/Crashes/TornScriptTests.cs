using StackExchange.Redis;
using ThesisApp.Contracts.Runs;
using ThesisApp.Coordination.Board;
using ThesisApp.TestSupport.Stores;
using static ThesisApp.Coordination.Tests.CoordinationHost;

namespace ThesisApp.Coordination.Tests.Crashes;

/// <summary>What a store's crash in the middle of a script may leave behind; the same for every store.</summary>
public abstract class TornScriptTests(StoreFixture store) : StoreTest(store)
{
    [Theory]
    [InlineData("ready")]
    [InlineData("leases")]
    [InlineData("delayed")]
    [InlineData("waits")]
    [InlineData("dependents")]
    public async Task Run_ends_well_although_an_index_was_lost(string index)
    {
        await using CoordinationHost host = new(Store, options => options.LeaseDuration = TimeSpan.FromMilliseconds(300));
        string run = await host.CreateRunAsync(Cancellation, Task("a"), Task("b", "a"), Task("c", "a"), Task("d", "b", "c"), Task("e"));
        TaskLease lease = await LeaseAsync(host);
        TaskLease failing = await LeaseAsync(host);
        await host.Board.CompleteAsync(lease, new TaskResult(), takeNext: false, Cancellation);
        await host.Board.FailAsync(failing, new TaskFailure(IsPermanent: false, "Later."), Cancellation);
        await LeaseAsync(host);

        await Store.Connection.GetDatabase().KeyDeleteAsync(Key(run, index));

        Assert.Equal(RunState.Succeeded, await FinishAsync(host, run));
    }

    [Theory]
    [InlineData("done", 0)]
    [InlineData("done", 3)]
    [InlineData("dead", 2)]
    public async Task Run_ends_well_although_a_count_is_wrong(string count, int value)
    {
        await using CoordinationHost host = new(Store, options => options.LeaseDuration = TimeSpan.FromMilliseconds(300));
        string run = await host.CreateRunAsync(Cancellation, Task("a"), Task("b", "a"), Task("c", "b"), Task("d", "c"));
        await host.Board.CompleteAsync(await LeaseAsync(host), new TaskResult(), takeNext: false, Cancellation);

        await Store.Connection.GetDatabase().HashSetAsync(Key(run, "meta"), count, value);

        Assert.Equal(RunState.Succeeded, await FinishAsync(host, run));
    }

    [Fact]
    public async Task Tasks_of_a_result_that_was_cut_off_are_added_again()
    {
        await using CoordinationHost host = new(Store, options => options.LeaseDuration = TimeSpan.FromMilliseconds(300));
        string run = await host.CreateRunAsync(Cancellation, Task("plan"));
        TaskLease lease = await LeaseAsync(host);
        IDatabase database = Store.Connection.GetDatabase();
        await database.HashSetAsync(Key(run, "tasks"), "x", """{"id":"x","kind":"test","title":"x","needs":["plan"],"cost":1,"priority":0,"maxAttempts":5}""");
        await database.HashSetAsync(Key(run, "state"), "x", """{"s":"waiting","o":1,"p":0,"m":5,"a":0,"f":0,"x":0,"by":"plan"}""");

        CompleteResult result = await host.Board.CompleteAsync(lease, new TaskResult { Extension = [Task("x", "plan"), Task("y", "x")] }, takeNext: false, Cancellation);

        Assert.Equal((CompleteOutcome.Accepted, RunState.Succeeded), (result.Outcome, await FinishAsync(host, run)));
    }

    [Fact]
    public async Task Task_of_a_result_that_was_cut_off_is_not_handed_out_before_the_result_is_there()
    {
        await using CoordinationHost host = new(Store, options => options.LeaseDuration = TimeSpan.FromMilliseconds(300));
        string run = await host.CreateRunAsync(Cancellation, Task("plan"));
        await LeaseAsync(host);
        IDatabase database = Store.Connection.GetDatabase();
        await database.HashSetAsync(Key(run, "tasks"), "x", """{"id":"x","kind":"test","title":"x","needs":[],"cost":1,"priority":0,"maxAttempts":5}""");
        await database.HashSetAsync(Key(run, "state"), "x", """{"s":"waiting","o":1,"p":0,"m":5,"a":0,"f":0,"x":0,"by":"plan"}""");
        await database.KeyDeleteAsync(Key(run, "leases"));

        TaskLease next = await LeaseAsync(host);

        Assert.Equal("plan", next.Task.Id);
    }

    [Fact]
    public async Task Inputs_of_a_run_whose_creation_was_cut_off_do_not_expire()
    {
        await using CoordinationHost host = new(Store, options => options.LeaseDuration = TimeSpan.FromMilliseconds(300));
        string run = $"r{Guid.NewGuid():N}";
        Dictionary<string, ReadOnlyMemory<byte>> inputs = new() { ["spec"] = "title: x"u8.ToArray() };
        await host.Runs.CreateAsync(new() { Id = run, Title = "A run", Tasks = [Task("a")], Inputs = inputs }, Cancellation);
        IDatabase database = Store.Connection.GetDatabase();
        await database.KeyExpireAsync(Key(run, "inputs"), TimeSpan.FromHours(1));
        await database.KeyDeleteAsync(Key(run, "ready"));

        await host.Upkeep.SweepAsync(Cancellation);

        Assert.Null(await database.KeyTimeToLiveAsync(Key(run, "inputs")));
    }

    private static RedisKey Key(string run, string name) => $"{{run:{run}}}:{name}";

    private static async Task<TaskLease> LeaseAsync(CoordinationHost host) =>
        await host.Board.TryLeaseAsync("agent", Cancellation) ?? await host.Board.LeaseAsync("agent", Cancellation).WaitAsync(TimeSpan.FromSeconds(20), Cancellation);

    // Works as agents do, and lets the leases that nobody holds any more run out.
    private static async Task<RunState> FinishAsync(CoordinationHost host, string run)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        while (true)
        {
            RunInfo info = (await host.Runs.FindAsync(run, limit.Token))!;
            if (info.IsFinal)
            {
                return info.State;
            }

            await host.Upkeep.SweepAsync(limit.Token);
            TaskLease? lease = await host.Board.TryLeaseAsync("agent", limit.Token);
            if (lease is not null)
            {
                await host.Board.CompleteAsync(lease, new TaskResult(), takeNext: false, limit.Token);
            }
            else
            {
                await System.Threading.Tasks.Task.Delay(20, limit.Token);
            }
        }
    }
}
