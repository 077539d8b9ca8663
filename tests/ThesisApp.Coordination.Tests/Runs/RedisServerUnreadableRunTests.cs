using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Runs;

public sealed class RedisServerUnreadableRunTests(RedisServerFixture store) : UnreadableRunTests(store), IClassFixture<RedisServerFixture>;
