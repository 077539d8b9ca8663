using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Pool;

public sealed class GarnetPoolStoreTests(GarnetFixture store) : PoolStoreTests(store), IClassFixture<GarnetFixture>;
