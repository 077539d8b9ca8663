using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.RateLimits;

public sealed class RedisServerRateLimiterTests(RedisServerFixture store) : RateLimiterTests(store), IClassFixture<RedisServerFixture>;
