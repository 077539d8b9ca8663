using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Agents;

public sealed class RedisClusterAgentRegistryTests(RedisClusterFixture store) : AgentRegistryTests(store), IClassFixture<RedisClusterFixture>;
