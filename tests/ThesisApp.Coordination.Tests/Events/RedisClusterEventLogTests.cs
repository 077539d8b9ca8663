using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Events;

public sealed class RedisClusterEventLogTests(RedisClusterFixture store) : EventLogTests(store), IClassFixture<RedisClusterFixture>;
