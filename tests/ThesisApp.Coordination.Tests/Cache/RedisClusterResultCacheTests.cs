using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Cache;

[Collection(SharedRedisCluster.Name)]
public sealed class RedisClusterResultCacheTests(RedisClusterFixture store) : ResultCacheTests(store);
