namespace ThesisApp.TestSupport.Stores;

/// <summary>A Redis Cluster whose masters have a replica each: one may die.</summary>
public sealed class ReplicatedRedisClusterFixture : RedisClusterFixture
{
    /// <inheritdoc />
    protected override bool HasReplicas => true;
}
