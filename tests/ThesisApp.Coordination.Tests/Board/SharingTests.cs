using Microsoft.Extensions.Time.Testing;
using ThesisApp.Contracts.Runs;
using ThesisApp.Coordination.Board;
using ThesisApp.Coordination.Runs;
using ThesisApp.Core.Graph;
using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Board;

/// <summary>How runs share the agents; the same for every store.</summary>
public abstract class SharingTests(StoreFixture store) : StoreTest(store)
{
    [Fact]
    public async Task Runs_of_one_priority_get_tasks_by_their_weights()
    {
        await using CoordinationHost host = new(Store, EachTaskIsATurn);
        string heavy = await CreateAsync(host, 60, new RunShare(0, 3, null));
        string light = await CreateAsync(host, 60, new RunShare(0, 1, null));
        await DrainAsync(host, 4);

        string[] served = await DrainAsync(host, 40);

        Assert.Equal((30, 10), (served.Count(run => run == heavy), served.Count(run => run == light)));
    }

    [Fact]
    public async Task A_turn_gives_short_tasks_of_one_run_in_a_row_and_the_others_get_their_share_afterwards()
    {
        await using CoordinationHost host = new(Store, options => options.TurnLength = TimeSpan.FromMinutes(1));
        string first = await CreateAsync(host, 10, RunShare.Default);
        string second = await CreateAsync(host, 100, RunShare.Default);

        string[] served = await DrainAsync(host, 60);

        // Whose turn it is keeps it until it has nothing more.
        string leader = served[0];
        int row = leader == first ? 10 : 60;
        Assert.All(served[..row], run => Assert.Equal(leader, run));
        Assert.All(served[row..], run => Assert.Equal(second, run));
    }

    [Fact]
    public async Task A_turn_counts_once_however_many_short_tasks_it_held()
    {
        FakeTimeProvider clock = new() { AutoAdvanceAmount = TimeSpan.Zero };
        await using CoordinationHost host = new(Store, options => options.TurnLength = TimeSpan.FromSeconds(1), time: clock);
        await CreateAsync(host, 100, RunShare.Default);
        await CreateAsync(host, 100, RunShare.Default);
        string[] turn = await DrainAsync(host, 12);

        // From now on each task lasts longer than a turn.
        clock.AutoAdvanceAmount = TimeSpan.FromSeconds(2);
        string[] after = await DrainAsync(host, 40);

        Assert.Single(turn.Distinct());
        Assert.NotEqual(turn[0], after[0]);
        Assert.InRange(after.Count(run => run == turn[0]), 19, 20);
    }

    [Fact]
    public async Task A_turn_ends_when_a_more_urgent_run_comes()
    {
        await using CoordinationHost host = new(Store, options => options.TurnLength = TimeSpan.FromMinutes(1));
        await CreateAsync(host, 500, RunShare.Default);
        await DrainAsync(host, 3);
        string urgent = await CreateAsync(host, 2, new RunShare(5, 1, null));

        int served = 0;
        while ((await host.Runs.FindAsync(urgent, Cancellation))!.State != RunState.Succeeded && served < 400)
        {
            served += (await DrainAsync(host, 2)).Length;
        }

        Assert.True(served < 400, $"The urgent run was not done after {served} tasks.");
    }

    [Fact]
    public async Task A_small_run_that_comes_during_a_large_one_starts_at_once_and_is_soon_done()
    {
        await using CoordinationHost host = new(Store, EachTaskIsATurn);
        await CreateAsync(host, 500, RunShare.Default);
        await DrainAsync(host, 10);
        string small = await CreateAsync(host, 5, RunShare.Default);

        // The announcement takes its time; from then on every second task is the small run's.
        int served = 0;
        while ((await host.Runs.FindAsync(small, Cancellation))!.State != RunState.Succeeded && served < 400)
        {
            served += (await DrainAsync(host, 2)).Length;
        }

        Assert.True(served < 400, $"The small run was not done after {served} tasks.");
    }

    [Fact]
    public async Task A_run_of_higher_priority_goes_before_all_others()
    {
        await using CoordinationHost host = new(Store);
        await CreateAsync(host, 50, RunShare.Default);
        string urgent = await CreateAsync(host, 40, new RunShare(5, 1, null));
        await DrainAsync(host, 4);

        string[] served = await DrainAsync(host, 8);

        Assert.All(served, run => Assert.Equal(urgent, run));
    }

    [Fact]
    public async Task A_run_has_no_more_tasks_at_work_than_its_cap()
    {
        await using CoordinationHost host = new(Store);
        string capped = await CreateAsync(host, 10, new RunShare(0, 1, 2));

        TaskLease?[] leases = [await host.Board.TryLeaseAsync("a", Cancellation), await host.Board.TryLeaseAsync("b", Cancellation), await host.Board.TryLeaseAsync("c", Cancellation)];

        Assert.Equal([capped, capped, null], leases.Select(lease => lease?.RunId));
    }

    [Fact]
    public async Task A_capped_run_goes_on_with_each_task_that_is_done()
    {
        await using CoordinationHost host = new(Store);
        string capped = await CreateAsync(host, 5, new RunShare(0, 1, 1));

        Assert.Equal(5, (await DrainAsync(host, 5)).Count(run => run == capped));
        Assert.Equal(RunState.Succeeded, (await host.Runs.FindAsync(capped, Cancellation))!.State);
    }

    [Fact]
    public async Task A_capped_run_leaves_the_other_agents_to_other_runs()
    {
        await using CoordinationHost host = new(Store);
        await CreateAsync(host, 10, new RunShare(3, 1, 1));
        string other = await CreateAsync(host, 10, RunShare.Default);
        await host.Board.TryLeaseAsync("a", Cancellation);

        TaskLease? second = await host.Board.TryLeaseAsync("b", Cancellation);
        TaskLease? third = await host.Board.TryLeaseAsync("c", Cancellation);

        Assert.Contains(other, new[] { second?.RunId, third?.RunId });
        Assert.NotNull(third);
    }

    [Fact]
    public async Task A_share_is_shown_with_its_run()
    {
        await using CoordinationHost host = new(Store);
        string run = await CreateAsync(host, 1, new RunShare(-7, 9, 3));
        Assert.Equal(new RunShare(-7, 9, 3), (await host.Runs.FindAsync(run, Cancellation))!.Share);
    }

    [Fact]
    public async Task An_agent_at_work_on_a_paused_run_learns_it_by_heartbeat_and_its_task_waits_for_the_resume()
    {
        await using CoordinationHost host = new(Store);
        string run = await CreateAsync(host, 1, RunShare.Default);
        TaskLease lease = (await host.Board.TryLeaseAsync("a", Cancellation))!;
        await host.Runs.PauseAsync(run, Cancellation);

        Assert.Equal(HeartbeatResult.RunPaused, await host.Board.HeartbeatAsync(lease, 0.5, null, Cancellation));
        Assert.True(await host.Board.ReleaseAsync(lease, Cancellation));
        Assert.Null(await host.Board.TryLeaseAsync("a", Cancellation));
        await host.Runs.ResumeAsync(run, Cancellation);
        Assert.Equal(1, (await host.Board.TryLeaseAsync("b", Cancellation))?.Attempt);
    }

    private static void EachTaskIsATurn(CoordinationOptions options) => options.TurnLength = TimeSpan.Zero;

    private static async Task<string> CreateAsync(CoordinationHost host, int tasks, RunShare share)
    {
        string id = $"r{Guid.NewGuid():N}";
        await host.Runs.CreateAsync(
            new NewRun { Id = id, Title = "A run", Share = share, Tasks = [.. Enumerable.Range(0, tasks).Select(i => new TaskDefinition { Id = $"t{i}", Kind = "test", Title = "t" })] }, Cancellation);
        return id;
    }

    // One agent that works through tasks, as the agents' loop does: the next one comes with the answer, if it does.
    private static async Task<string[]> DrainAsync(CoordinationHost host, int tasks)
    {
        List<string> served = [];
        TaskLease? lease = null;
        while (served.Count < tasks)
        {
            lease ??= await host.Board.LeaseAsync("agent", Cancellation);
            served.Add(lease.RunId);
            lease = (await host.Board.CompleteAsync(lease, new TaskResult(), takeNext: served.Count < tasks, Cancellation)).Next;
        }

        return [.. served];
    }
}
