using System.Globalization;
using StackExchange.Redis;
using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Cluster;

/// <summary>A run's slot goes to another node of the cluster while agents work on the run.</summary>
[Collection(SharedRedisCluster.Name)]
public sealed class SlotMoveTests(RedisClusterFixture store) : StoreTest(store)
{
    [Fact]
    public async Task Run_whose_slot_moves_to_another_node_goes_on_there()
    {
        await using ConnectionMultiplexer connection = await store.ConnectAsync(likeServices: true);
        await using CoordinationHost host = new(store, connection: connection);
        string run = await host.CreateRunAsync(Cancellation, AgentCrew.Graph());
        RedisKey meta = $"{{run:{run}}}:meta";
        RedisClusterNode source = store.NodeOf(meta);
        RedisClusterNode target = store.Nodes.First(node => node != source);
        await using AgentCrew crew = await AgentCrew.StartAsync(store, size: 3);
        await crew.WaitForDoneAsync(host, run, AgentCrew.TaskCount / 5, Cancellation);

        await MoveAsync(Store.Connection.HashSlot(meta), source, target);
        await crew.WaitForDoneAsync(host, run, AgentCrew.TaskCount, Cancellation);

        await crew.AssertDoneOnceAsync(host, run, Cancellation);
        string keys = await target.AskAsync($"EXISTS {meta}", Cancellation) ?? string.Empty;
        Assert.StartsWith(":1", keys, StringComparison.Ordinal);
    }

    // As redis-cli --cluster reshard does it.
    private async Task MoveAsync(int slot, RedisClusterNode source, RedisClusterNode target)
    {
        await ExecuteAsync(target, "CLUSTER", "SETSLOT", slot, "IMPORTING", source.Id);
        await ExecuteAsync(source, "CLUSTER", "SETSLOT", slot, "MIGRATING", target.Id);
        while ((RedisValue[]?)await ExecuteAsync(source, "CLUSTER", "GETKEYSINSLOT", slot, 1) is [var key])
        {
            await ExecuteAsync(source, "MIGRATE", "127.0.0.1", target.EndPoint.Port.ToString(CultureInfo.InvariantCulture), key, 0, 5_000);
        }

        foreach (RedisClusterNode node in new[] { target, source }.Concat(store.Nodes.Except([source, target])))
        {
            await ExecuteAsync(node, "CLUSTER", "SETSLOT", slot, "NODE", target.Id);
        }
    }

    private Task<RedisResult> ExecuteAsync(RedisClusterNode node, string command, params object[] arguments) =>
        Store.Connection.GetServer(node.EndPoint).ExecuteAsync(command, arguments);
}
