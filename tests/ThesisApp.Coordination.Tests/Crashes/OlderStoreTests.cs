using StackExchange.Redis;
using ThesisApp.Contracts.Runs;
using ThesisApp.Coordination.Board;
using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Crashes;

/// <summary>A Redis that comes back with an older append-only file while agents work: what it has forgotten is done again, and nobody from the forgotten time can do harm.</summary>
public sealed class OlderStoreTests(RedisServerFixture store) : StoreTest(store), IClassFixture<RedisServerFixture>
{
    [Fact]
    public async Task Run_ends_well_although_the_store_forgot_leases_and_results()
    {
        store.SkipIfMissing();
        await using ConnectionMultiplexer connection = await store.ConnectAsync(likeServices: true);
        await using CoordinationHost host = new(store, connection: connection);
        string run = await host.CreateRunAsync(Cancellation, AgentCrew.Graph());
        await using AgentCrew crew = await AgentCrew.StartAsync(store, size: 3);
        await crew.WaitForDoneAsync(host, run, AgentCrew.TaskCount / 5, Cancellation);
        store.KeepState();
        int remembered = (await host.Events.ReadAsync(run, 0, int.MaxValue, Cancellation)).Count;
        await crew.WaitForDoneAsync(host, run, AgentCrew.TaskCount / 2, Cancellation);
        TaskLease forgotten = await host.Board.LeaseAsync("forgotten", Cancellation);
        IReadOnlyList<RunEvent> before = await host.Events.ReadAsync(run, 0, int.MaxValue, Cancellation);
        Assert.DoesNotContain(before.Take(remembered), happened => happened.Type == RunEventTypes.TaskLeased && happened.TaskId == forgotten.Task.Id);

        await store.SetBackAsync();
        CompleteResult late = await host.Board.CompleteAsync(forgotten, new TaskResult(), takeNext: false, Cancellation);

        Assert.Equal(CompleteOutcome.Refused, late.Outcome);
        await crew.WaitForDoneAsync(host, run, AgentCrew.TaskCount, Cancellation);
        await crew.AssertDoneOnceAsync(host, run, Cancellation);
        IReadOnlyList<RunEvent> after = await host.Events.ReadAsync(run, 0, int.MaxValue, Cancellation);
        Assert.NotEqual(before, after.Take(before.Count));

        // The store knew nothing of its task then, so all of these came after it: above the token that the store has forgotten.
        long[] later = [.. crew.Leases.Where(lease => lease.Task.Id == forgotten.Task.Id).Select(AgentCrew.TokenOf)];
        Assert.NotEmpty(later);
        Assert.All(later, token => Assert.True(token > AgentCrew.TokenOf(forgotten)));

        // By then its task is done by another: the late result is still not taken.
        Assert.Equal(CompleteOutcome.Refused, (await host.Board.CompleteAsync(forgotten, new TaskResult(), takeNext: false, Cancellation)).Outcome);
        await crew.AssertDoneOnceAsync(host, run, Cancellation);
    }
}
