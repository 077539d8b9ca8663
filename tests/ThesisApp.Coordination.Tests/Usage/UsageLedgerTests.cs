using Microsoft.Extensions.Caching.Distributed;
using ThesisApp.Contracts.Runs;
using ThesisApp.Coordination.Usage;
using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Usage;

/// <summary>The account of what models took, and the cache of their answers; the same for every store.</summary>
public abstract class UsageLedgerTests(StoreFixture store) : StoreTest(store)
{
    [Fact]
    public async Task What_many_agents_add_at_once_is_all_there()
    {
        await using CoordinationHost host = new(Store);
        string run = await host.CreateRunAsync(Cancellation, CoordinationHost.Task("a"));

        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => host.Usage.AddAsync(run, new UsageEntry(i % 2 == 0 ? "draft:c/a" : "draft:c/b", "draft", "m", 1, 10, 5, 0.001m), Cancellation)));

        UsageEntry[] expected = [new("draft:c/a", "draft", "m", 20, 200, 100, 0.02m), new("draft:c/b", "draft", "m", 20, 200, 100, 0.02m)];
        Assert.Equal(expected, await host.Usage.ReadAsync(run, Cancellation));
    }

    [Fact]
    public async Task An_account_goes_with_its_run_and_does_not_come_back()
    {
        await using CoordinationHost host = new(Store);
        string run = await host.CreateRunAsync(Cancellation, CoordinationHost.Task("a"));
        await host.Usage.AddAsync(run, new UsageEntry("a", "draft", "m", 1, 1, 1, 0), Cancellation);

        await host.Runs.DeleteAsync(run, Cancellation);
        await host.Usage.AddAsync(run, new UsageEntry("a", "draft", "m", 1, 1, 1, 0), Cancellation);

        Assert.Empty(KeysOf(run));
    }

    [Fact]
    public async Task A_resumption_grants_the_budget_again_and_takes_the_reason_of_the_pause_away()
    {
        await using CoordinationHost host = new(Store);
        string run = await host.CreateRunAsync(Cancellation, CoordinationHost.Task("a"));
        UsageEntry entry = new("a", "draft", "m", 1, 30, 12, 0.5m);
        await host.Usage.AddAsync(run, entry, Cancellation);
        SpentBudget spent = await host.Usage.ReadSpentAsync(run, Cancellation);
        await host.Runs.PauseAsync(run, "The budget is used up.", Cancellation);
        RunInfo? paused = await host.Runs.FindAsync(run, Cancellation);

        await host.Runs.ResumeAsync(run, Cancellation);

        Assert.Equal((42, 0.5m), (spent.Tokens, spent.Cost));
        Assert.Equal((RunState.Paused, "The budget is used up.", true), (paused!.State, paused.Reason, paused.IsAtRest));
        RunInfo? resumed = await host.Runs.FindAsync(run, Cancellation);
        Assert.Equal((RunState.Running, null), (resumed!.State, resumed.Reason));
        SpentBudget left = await host.Usage.ReadSpentAsync(run, Cancellation);
        Assert.Equal((0, 0m), (left.Tokens, left.Cost));
        Assert.Equal([entry], await host.Usage.ReadAsync(run, Cancellation));
    }

    [Fact]
    public async Task A_run_that_is_not_paused_is_granted_nothing()
    {
        await using CoordinationHost host = new(Store);
        string run = await host.CreateRunAsync(Cancellation, CoordinationHost.Task("a"));
        await host.Usage.AddAsync(run, new UsageEntry("a", "draft", "m", 1, 30, 12, 0.5m), Cancellation);

        await host.Runs.ResumeAsync(run, Cancellation);

        SpentBudget spent = await host.Usage.ReadSpentAsync(run, Cancellation);
        Assert.Equal((42, 0.5m), (spent.Tokens, spent.Cost));
    }

    [Fact]
    public async Task An_answer_is_found_by_every_agent()
    {
        await using CoordinationHost one = new(Store);
        await using CoordinationHost other = new(Store, options => options.CacheRetention = TimeSpan.Zero);

        await one.Answers.SetAsync("question", [1, 2, 3], new DistributedCacheEntryOptions(), Cancellation);

        Assert.Equal([1, 2, 3], await other.Answers.GetAsync("question", Cancellation));
        Assert.Null(await other.Answers.GetAsync("another", Cancellation));
    }
}
