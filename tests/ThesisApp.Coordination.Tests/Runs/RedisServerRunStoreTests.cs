using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Runs;

public sealed class RedisServerRunStoreTests(RedisServerFixture store) : RunStoreTests(store), IClassFixture<RedisServerFixture>;
