using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Cache;

public sealed class RedisClusterResultCacheTests(RedisClusterFixture store) : ResultCacheTests(store), IClassFixture<RedisClusterFixture>;
