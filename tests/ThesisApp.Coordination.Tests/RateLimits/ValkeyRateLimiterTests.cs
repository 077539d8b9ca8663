using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.RateLimits;

public sealed class ValkeyRateLimiterTests(ValkeyServerFixture store) : RateLimiterTests(store), IClassFixture<ValkeyServerFixture>;
