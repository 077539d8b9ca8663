using ThesisApp.Coordination.Board;
using ThesisApp.Coordination.Upkeep;
using ThesisApp.TestSupport.Stores;
using static ThesisApp.Coordination.Tests.CoordinationHost;

namespace ThesisApp.Coordination.Tests.Runs;

/// <summary>A run whose records are in no form of ours, which whoever may write to its keys can bring about: it stands in the way of no other. The same for every store.</summary>
public abstract class UnreadableRunTests(StoreFixture store) : StoreTest(store)
{
    [Fact]
    public async Task It_is_passed_over_by_the_sweeps_which_say_so()
    {
        await using CoordinationHost host = new(Store, options => options.LeaseDuration = TimeSpan.FromMilliseconds(100));
        string other = await host.CreateRunAsync(Cancellation, Task("a"));
        TaskLease lease = (await host.Board.TryLeaseAsync("agent", Cancellation))!;
        string forged = await host.CreateRunAsync(Cancellation, Task("a"));
        await ForgeAsync(forged);

        int expired = 0;
        UpkeepSummary summary;
        do
        {
            summary = await host.Upkeep.SweepAsync(Cancellation);
            expired += summary.ExpiredLeases;
        }
        while (expired == 0);

        Assert.Equal((other, 1, 1), (lease.RunId, expired, summary.ActiveRuns));
        UnreadableRun passed = Assert.Single(summary.Unreadable);
        Assert.Equal(forged, passed.RunId);
        Assert.NotEmpty(passed.Reason);
    }

    [Fact]
    public async Task Agents_get_the_tasks_of_the_others()
    {
        await using CoordinationHost host = new(Store);
        string[] forged = [await host.CreateRunAsync(Cancellation, Task("a")), await host.CreateRunAsync(Cancellation, Task("a"))];
        string other = await host.CreateRunAsync(Cancellation, Task("a"), Task("b"));
        await ForgeAsync(forged[0]);
        await Store.Connection.GetDatabase().HashSetAsync($"{{run:{forged[1]}}}:tasks", "a", "no task");

        TaskLease[] leases = [await host.Board.LeaseAsync("agent", Cancellation), await host.Board.LeaseAsync("agent", Cancellation)];

        Assert.Equal([other, other], leases.Select(lease => lease.RunId));
        Assert.Null(await host.Board.TryLeaseAsync("agent", Cancellation));
    }

    [Fact]
    public async Task The_list_has_the_others()
    {
        await using CoordinationHost host = new(Store);
        string forged = await host.CreateRunAsync(Cancellation, Task("a"));
        string other = await host.CreateRunAsync(Cancellation, Task("a"));
        await ForgeAsync(forged);

        Assert.Equal([other], (await host.Runs.ListAsync(Cancellation)).Select(run => run.Id));
    }

    [Fact]
    public async Task What_is_finished_and_old_is_removed_all_the_same_and_the_removal_says_what_it_could_not_read()
    {
        await using CoordinationHost host = new(Store);
        string forged = await host.CreateRunAsync(Cancellation, Task("a"));
        string other = await host.CreateRunAsync(Cancellation, Task("a"));
        await host.Runs.CancelAsync(other, null, Cancellation);
        await ForgeAsync(forged);

        RemovalSummary removal;
        do
        {
            removal = await host.Upkeep.RemoveFinishedAsync(TimeSpan.FromMilliseconds(1), Cancellation);
        }
        while (removal.Removed.Count == 0);

        Assert.Equal([other], removal.Removed);
        UnreadableRun passed = Assert.Single(removal.Unreadable);
        Assert.Equal(forged, passed.RunId);
        Assert.NotEmpty(passed.Reason);
    }

    [Fact]
    public async Task It_can_be_deleted()
    {
        await using CoordinationHost host = new(Store);
        string forged = await host.CreateRunAsync(Cancellation, Task("a"));
        await ForgeAsync(forged);

        Assert.True(await host.Runs.DeleteAsync(forged, Cancellation));

        Assert.Empty(KeysOf(forged));
        Assert.Empty((await host.Upkeep.SweepAsync(Cancellation)).Unreadable);
        Assert.Empty(await host.Runs.ListAsync(Cancellation));
    }
}
