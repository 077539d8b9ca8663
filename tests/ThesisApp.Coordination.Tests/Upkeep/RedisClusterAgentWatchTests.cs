using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Upkeep;

[Collection(SharedRedisCluster.Name)]
public sealed class RedisClusterAgentWatchTests(RedisClusterFixture store) : AgentWatchTests(store);
