using ThesisApp.SystemTests.Support;
using ThesisApp.TestSupport.Stores;

namespace ThesisApp.SystemTests.Agents;

public sealed class RedisServerAgentTests(UndisturbedThesis undisturbed, RedisServerFixture store) : AgentTests(undisturbed, store), IClassFixture<RedisServerFixture>;
