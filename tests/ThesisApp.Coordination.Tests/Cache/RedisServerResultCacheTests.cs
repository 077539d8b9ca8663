using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Cache;

public sealed class RedisServerResultCacheTests(RedisServerFixture store) : ResultCacheTests(store), IClassFixture<RedisServerFixture>;
