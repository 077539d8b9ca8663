using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Board;

public sealed class GarnetSharingTests(GarnetFixture store) : SharingTests(store), IClassFixture<GarnetFixture>;
