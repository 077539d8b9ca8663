using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Upkeep;

public sealed class RedisClusterAgentWatchTests(RedisClusterFixture store) : AgentWatchTests(store), IClassFixture<RedisClusterFixture>;
