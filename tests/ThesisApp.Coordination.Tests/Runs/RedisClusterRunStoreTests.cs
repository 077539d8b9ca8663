using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Runs;

public sealed class RedisClusterRunStoreTests(RedisClusterFixture store) : RunStoreTests(store), IClassFixture<RedisClusterFixture>;
