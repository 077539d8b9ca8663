using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Cache;

public sealed class GarnetResultCacheTests(GarnetFixture store) : ResultCacheTests(store), IClassFixture<GarnetFixture>;
