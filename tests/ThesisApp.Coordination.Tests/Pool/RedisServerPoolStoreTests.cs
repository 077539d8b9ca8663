using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Pool;

public sealed class RedisServerPoolStoreTests(RedisServerFixture store) : PoolStoreTests(store), IClassFixture<RedisServerFixture>;
