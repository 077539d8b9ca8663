using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Board;

[Collection(SharedRedisCluster.Name)]
public sealed class RedisClusterSharingTests(RedisClusterFixture store) : SharingTests(store);
