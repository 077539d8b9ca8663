using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Runs;

public sealed class ValkeyRunStoreTests(ValkeyServerFixture store) : RunStoreTests(store), IClassFixture<ValkeyServerFixture>;
