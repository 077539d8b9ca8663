using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Pool;

[Collection(SharedRedisCluster.Name)]
public sealed class RedisClusterPoolStoreTests(RedisClusterFixture store) : PoolStoreTests(store);
