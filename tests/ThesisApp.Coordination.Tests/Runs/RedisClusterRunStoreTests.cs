using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Runs;

[Collection(SharedRedisCluster.Name)]
public sealed class RedisClusterRunStoreTests(RedisClusterFixture store) : RunStoreTests(store);
