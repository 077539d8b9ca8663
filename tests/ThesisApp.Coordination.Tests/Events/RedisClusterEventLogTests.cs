using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Events;

[Collection(SharedRedisCluster.Name)]
public sealed class RedisClusterEventLogTests(RedisClusterFixture store) : EventLogTests(store);
