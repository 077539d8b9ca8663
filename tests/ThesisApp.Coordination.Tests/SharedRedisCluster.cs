using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests;

/// <summary>Test classes that share one cluster, one after the other: forming it takes longer than most of their tests.</summary>
[CollectionDefinition(Name)]
public sealed class SharedRedisCluster : ICollectionFixture<RedisClusterFixture>
{
    public const string Name = "Redis Cluster";
}
