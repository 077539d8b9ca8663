using StackExchange.Redis;
using ThesisApp.TestSupport.Programs;
using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Cluster;

/// <summary>A master dies in the middle of a run, and its replica takes over with what had reached it.</summary>
public sealed class FailoverTests(ReplicatedRedisClusterFixture store) : StoreTest(store), IClassFixture<ReplicatedRedisClusterFixture>
{
    [Fact]
    public async Task Run_goes_on_with_the_replica_of_a_master_that_was_killed()
    {
        await using ConnectionMultiplexer connection = await store.ConnectAsync(likeServices: true);
        await using CoordinationHost host = new(store, connection: connection);
        string run = await host.CreateRunAsync(Cancellation, AgentCrew.Graph());
        RedisClusterNode master = store.NodeOf((RedisKey)$"{{run:{run}}}:meta");
        RedisClusterNode replica = store.Nodes.Single(node => node.Master == master);
        await using AgentCrew crew = await AgentCrew.StartAsync(store, size: 3);
        await crew.WaitForDoneAsync(host, run, AgentCrew.TaskCount / 5, Cancellation);

        await master.KillAsync();
        long before = crew.Leases.Max(AgentCrew.TokenOf);
        string view = string.Empty;
        await Eventually.GetAsync(
            async token => (view = await replica.AskAsync("ROLE", token) ?? string.Empty).Contains("master", StringComparison.Ordinal) ? view : null,
            () => $"the replica to take over; it says:\n{view}",
            Cancellation);
        await crew.WaitForDoneAsync(host, run, AgentCrew.TaskCount, Cancellation);

        await crew.AssertDoneOnceAsync(host, run, Cancellation);
        Assert.Contains(crew.Leases, lease => AgentCrew.TokenOf(lease) > before);
    }
}
