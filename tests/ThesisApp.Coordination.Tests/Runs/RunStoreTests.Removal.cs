using System.Text;
using StackExchange.Redis;
using ThesisApp.Contracts.Runs;
using ThesisApp.Coordination.Board;
using static ThesisApp.Coordination.Tests.CoordinationHost;

namespace ThesisApp.Coordination.Tests.Runs;

/// <summary>How runs go, and when.</summary>
public abstract partial class RunStoreTests
{
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
    public async Task Runs_that_are_finished_for_long_are_removed_and_others_stay()
    {
        await using CoordinationHost host = new(Store);
        string done = await host.CreateRunAsync(Cancellation, Task("a"));
        await host.Board.CompleteAsync((await host.Board.TryLeaseAsync("agent", Cancellation))!, new TaskResult(), takeNext: false, Cancellation);
        string open = await host.CreateRunAsync(Cancellation, Task("a"));

        Assert.Empty((await host.Upkeep.RemoveFinishedAsync(TimeSpan.FromHours(1), Cancellation)).Removed);
        while (!(await host.Upkeep.RemoveFinishedAsync(TimeSpan.FromMilliseconds(1), Cancellation)).Removed.Contains(done))
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

        IReadOnlyList<string> removed = (await wrong.Upkeep.RemoveFinishedAsync(TimeSpan.FromDays(1), Cancellation)).Removed;

        Assert.Empty(removed);
        Assert.Equal([third, second, first], (await right.Runs.ListAsync(Cancellation)).Select(run => run.Id));
        while (!(await wrong.Upkeep.RemoveFinishedAsync(TimeSpan.FromMilliseconds(1), Cancellation)).Removed.Contains(first))
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
