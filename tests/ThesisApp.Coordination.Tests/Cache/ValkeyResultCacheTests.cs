using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Cache;

public sealed class ValkeyResultCacheTests(ValkeyServerFixture store) : ResultCacheTests(store), IClassFixture<ValkeyServerFixture>;
