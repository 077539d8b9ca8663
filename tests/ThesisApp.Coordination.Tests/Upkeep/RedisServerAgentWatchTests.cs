using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Upkeep;

public sealed class RedisServerAgentWatchTests(RedisServerFixture store) : AgentWatchTests(store), IClassFixture<RedisServerFixture>;
