using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Events;

public sealed class RedisServerEventLogTests(RedisServerFixture store) : EventLogTests(store), IClassFixture<RedisServerFixture>;
