using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Pool;

public sealed class ValkeyPoolStoreTests(ValkeyServerFixture store) : PoolStoreTests(store), IClassFixture<ValkeyServerFixture>;
