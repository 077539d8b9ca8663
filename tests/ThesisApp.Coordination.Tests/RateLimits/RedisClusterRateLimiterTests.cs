using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.RateLimits;

public sealed class RedisClusterRateLimiterTests(RedisClusterFixture store) : RateLimiterTests(store), IClassFixture<RedisClusterFixture>;
