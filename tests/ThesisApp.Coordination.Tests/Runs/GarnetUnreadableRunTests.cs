using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Runs;

public sealed class GarnetUnreadableRunTests(GarnetFixture store) : UnreadableRunTests(store), IClassFixture<GarnetFixture>;
