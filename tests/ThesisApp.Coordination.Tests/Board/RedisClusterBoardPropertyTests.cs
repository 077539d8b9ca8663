using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Board;

[Collection(SharedRedisCluster.Name)]
public sealed class RedisClusterBoardPropertyTests(RedisClusterFixture store) : BoardPropertyTests(store);
