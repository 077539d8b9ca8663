using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Runs;

public sealed class GarnetRunStoreTests(GarnetFixture store) : RunStoreTests(store), IClassFixture<GarnetFixture>;
