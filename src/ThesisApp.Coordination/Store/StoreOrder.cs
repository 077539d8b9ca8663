using StackExchange.Redis;

namespace ThesisApp.Coordination.Store;

/// <summary>Whether commands that are sent one behind the other, without waiting for the answers in between, are carried out in that order.</summary>
internal sealed class StoreOrder(IConnectionMultiplexer redis)
{
    /// <summary>True where all of them go to one server on this process's one connection: everywhere but in a cluster, whose nodes know nothing of each other's order, and while it is not known what the store is.</summary>
    public bool IsKept => Array.TrueForAll(redis.GetServers(), server => server is { IsConnected: true, ServerType: not ServerType.Cluster });
}
