using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Agents;

[Collection(SharedRedisCluster.Name)]
public sealed class RedisClusterAgentRegistryTests(RedisClusterFixture store) : AgentRegistryTests(store);
