using System.Globalization;
using ThesisApp.Contracts.Runs;
using ThesisApp.Coordination.Board;
using ThesisApp.Coordination.Pool;
using ThesisApp.Coordination.Runs;
using ThesisApp.TestSupport.Programs;
using ThesisApp.TestSupport.Stores;
using static ThesisApp.Coordination.Tests.CoordinationHost;

namespace ThesisApp.Coordination.Tests.Pool;

/// <summary>What orchestrators share of a pool; the same for every store.</summary>
public abstract class PoolStoreTests(StoreFixture store) : StoreTest(store)
{
    private const string Pool = "pool";

    private static readonly TimeSpan Long = TimeSpan.FromHours(1);
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(1);

    [Fact]
    public async Task One_of_many_orchestrators_leads()
    {
        await using CoordinationHost host = new(Store);

        PoolTerm?[] terms = await System.Threading.Tasks.Task.WhenAll(Enumerable.Range(0, 20).Select(i => host.Pools.LeadAsync(Pool, $"o{i}", Long, Cancellation)));

        Assert.Single(terms, term => term is not null);
    }

    [Fact]
    public async Task Who_leads_goes_on_in_the_same_term()
    {
        await using CoordinationHost host = new(Store);
        PoolTerm first = (await host.Pools.LeadAsync(Pool, "a", Long, Cancellation))!;

        Assert.Equal(first, await host.Pools.LeadAsync(Pool, "a", Long, Cancellation));
    }

    [Fact]
    public async Task After_a_term_another_begins_with_a_larger_token()
    {
        await using CoordinationHost host = new(Store);
        PoolTerm old = (await host.Pools.LeadAsync(Pool, "a", Short, Cancellation))!;

        PoolTerm next = await LeadAsync(host, "b");

        Assert.True(decimal.Parse(next.Token, CultureInfo.InvariantCulture) > decimal.Parse(old.Token, CultureInfo.InvariantCulture));
        Assert.Null(await host.Pools.LeadAsync(Pool, "a", Long, Cancellation));
    }

    [Fact]
    public async Task Who_resigns_is_followed_at_once()
    {
        await using CoordinationHost host = new(Store);
        await host.Pools.ResignAsync((await host.Pools.LeadAsync(Pool, "a", Long, Cancellation))!, Cancellation);

        Assert.NotNull(await host.Pools.LeadAsync(Pool, "b", Long, Cancellation));
    }

    [Fact]
    public async Task Who_was_replaced_cannot_end_the_term_of_another()
    {
        await using CoordinationHost host = new(Store);
        PoolTerm old = (await host.Pools.LeadAsync(Pool, "a", Short, Cancellation))!;
        await LeadAsync(host, "b");

        await host.Pools.ResignAsync(old, Cancellation);

        Assert.Null(await host.Pools.LeadAsync(Pool, "c", Long, Cancellation));
    }

    [Fact]
    public async Task A_pool_takes_no_more_than_it_may_have()
    {
        await using CoordinationHost host = new(Store);
        PoolTerm term = await LeadAsync(host, "a");

        PoolClaim[] claims = await System.Threading.Tasks.Task.WhenAll(Enumerable.Range(0, 30).Select(i => host.Pools.ClaimAsync(term, $"s{i}", 5, Cancellation)));

        Assert.Equal(5, claims.Count(claim => claim == PoolClaim.Entered));
        Assert.Equal(25, claims.Count(claim => claim == PoolClaim.Full));
        Assert.Equal(5, (await host.Pools.ListAsync(Pool, Cancellation)).Count);
    }

    [Fact]
    public async Task A_member_stays_one_when_it_is_entered_again()
    {
        await using CoordinationHost host = new(Store);
        PoolTerm term = await LeadAsync(host, "a");

        Assert.Equal(PoolClaim.Entered, await host.Pools.ClaimAsync(term, "s", 1, Cancellation));
        Assert.Equal(PoolClaim.Entered, await host.Pools.ClaimAsync(term, "s", 1, Cancellation));

        Assert.Equal(["s"], await host.Pools.ListAsync(Pool, Cancellation));
    }

    [Fact]
    public async Task Who_was_replaced_changes_nothing_any_more()
    {
        await using CoordinationHost host = new(Store);
        PoolTerm old = (await host.Pools.LeadAsync(Pool, "a", TimeSpan.FromMilliseconds(200), Cancellation))!;
        await host.Pools.ClaimAsync(old, "s", 5, Cancellation);
        await LeadAsync(host, "b");

        Assert.Equal(PoolClaim.TermOver, await host.Pools.ClaimAsync(old, "t", 5, Cancellation));
        Assert.False(await host.Pools.ForgetAsync(old, "s", Cancellation));
        Assert.DoesNotContain("t", await host.Pools.ListAsync(Pool, Cancellation));
    }

    [Fact]
    public async Task A_forgotten_member_leaves_its_place_to_another()
    {
        await using CoordinationHost host = new(Store);
        PoolTerm term = await LeadAsync(host, "a");
        await host.Pools.ClaimAsync(term, "s", 1, Cancellation);

        Assert.True(await host.Pools.ForgetAsync(term, "s", Cancellation));

        Assert.Equal(PoolClaim.Entered, await host.Pools.ClaimAsync(term, "t", 1, Cancellation));
    }

    [Fact]
    public async Task Demand_counts_what_is_ready_and_what_is_in_hand_with_its_cost()
    {
        await using CoordinationHost host = new(Store);
        await host.CreateRunAsync(Cancellation, Task("a") with { Cost = 10, Priority = 3 }, Task("b") with { Cost = 20 }, Task("c") with { Cost = 40 }, Task("d", "a") with { Cost = 80 });
        await host.Board.TryLeaseAsync("agent", Cancellation);

        PoolDemand demand = await host.Pools.MeasureDemandAsync(Cancellation);

        Assert.Equal((2, 1), (demand.Ready, demand.Leased));
        Assert.Equal(new KindDemand("test", 3, 70, TimeSpan.Zero, 0), Assert.Single(demand.Kinds));
    }

    [Fact]
    public async Task Demand_tells_how_long_tasks_have_taken()
    {
        await using CoordinationHost host = new(Store);
        await host.CreateRunAsync(Cancellation, Task("a") with { Cost = 10, Priority = 3 }, Task("b") with { Cost = 20 });
        TaskLease lease = (await host.Board.TryLeaseAsync("agent", Cancellation))!;
        await System.Threading.Tasks.Task.Delay(5, Cancellation);
        await host.Board.CompleteAsync(lease, new TaskResult(), takeNext: false, Cancellation);

        PoolDemand demand = await host.Pools.MeasureDemandAsync(Cancellation);

        KindDemand kind = Assert.Single(demand.Kinds);
        Assert.Equal((1, 0, 1d, 20d, 10d), (demand.Ready, demand.Leased, kind.Tasks, kind.Cost, kind.SampleCost));
        Assert.True(kind.SampleTime > TimeSpan.Zero);
    }

    [Fact]
    public async Task A_run_that_is_paused_or_may_have_no_more_agents_asks_for_none()
    {
        await using CoordinationHost host = new(Store);
        string paused = await host.CreateRunAsync(Cancellation, Task("a"));
        await host.Runs.PauseAsync(paused, Cancellation);
        await host.Runs.CreateAsync(new NewRun { Id = $"r{Guid.NewGuid():N}", Title = "Capped", Share = new RunShare(0, 1, 1), Tasks = [Task("b"), Task("c")] }, Cancellation);
        await host.Board.TryLeaseAsync("agent", Cancellation);

        PoolDemand demand = await host.Pools.MeasureDemandAsync(Cancellation);

        Assert.Equal((0, 1, 1d), (demand.Ready, demand.Leased, Assert.Single(demand.Kinds).Tasks));
    }

    [Fact]
    public async Task Demand_is_told_by_kind_of_task_over_all_runs_and_of_many_tasks_the_first_speak_for_the_rest()
    {
        await using CoordinationHost host = new(Store);
        await host.CreateRunAsync(Cancellation, Task("a") with { Kind = "draft", Cost = 10 }, Task("b") with { Kind = "ingest", Cost = 5 });
        await host.CreateRunAsync(Cancellation, [.. Enumerable.Range(0, 200).Select(i => Task($"t{i}") with { Kind = "ingest", Cost = 5 })]);

        PoolDemand demand = await host.Pools.MeasureDemandAsync(Cancellation);

        Assert.Equal(202, demand.Ready);
        Assert.Equal([("draft", 1d, 10d), ("ingest", 201d, 1_005d)], demand.Kinds.Select(kind => (kind.Kind, kind.Tasks, kind.Cost)).Order());
    }

    [Fact]
    public async Task Demand_is_told_by_run_with_its_share_and_one_that_cannot_be_read_has_none()
    {
        await using CoordinationHost host = new(Store);
        string urgent = $"r{Guid.NewGuid():N}";
        await host.Runs.CreateAsync(new NewRun { Id = urgent, Title = "Urgent", Share = new RunShare(7, 3, null), Tasks = [Task("a"), Task("b")] }, Cancellation);
        string forged = await host.CreateRunAsync(Cancellation, Task("a"));
        await Store.Connection.GetDatabase().HashSetAsync($"{{run:{forged}}}:tasks", "a", "as an agent could write it");

        IReadOnlyList<RunDemand> runs = await host.Pools.MeasureRunsAsync(Cancellation);

        Assert.Equal(
            [(forged, 0, 1, 0), (urgent, 7, 3, 2)],
            runs.Select(run => (run.RunId, run.Priority, run.Weight, run.Demand.Ready)).OrderBy(run => run.Ready));
        Assert.Equal(2, (await host.Pools.MeasureDemandAsync(Cancellation)).Ready);
    }

    [Fact]
    public async Task Whoever_waits_for_work_hears_of_it()
    {
        await using CoordinationHost host = new(Store);
        await host.Pools.WaitForWorkAsync(TimeSpan.Zero, Cancellation);
        System.Threading.Tasks.Task waiting = host.Pools.WaitForWorkAsync(Long, Cancellation);

        await host.CreateRunAsync(Cancellation, Task("a"));

        await waiting.WaitAsync(Eventually.Limit, Cancellation);
    }

    private static Task<PoolTerm> LeadAsync(CoordinationHost host, string holder) =>
        Eventually.GetAsync(token => host.Pools.LeadAsync(Pool, holder, Long, token), () => "a term", Cancellation);
}
