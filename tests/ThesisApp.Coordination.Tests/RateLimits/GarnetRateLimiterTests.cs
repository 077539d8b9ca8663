using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.RateLimits;

public sealed class GarnetRateLimiterTests(GarnetFixture store) : RateLimiterTests(store), IClassFixture<GarnetFixture>;
