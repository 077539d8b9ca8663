using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.RateLimits;

[Collection(SharedRedisCluster.Name)]
public sealed class RedisClusterRateLimiterTests(RedisClusterFixture store) : RateLimiterTests(store);
