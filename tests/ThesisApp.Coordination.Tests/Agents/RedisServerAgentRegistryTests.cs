using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Agents;

public sealed class RedisServerAgentRegistryTests(RedisServerFixture store) : AgentRegistryTests(store), IClassFixture<RedisServerFixture>;
