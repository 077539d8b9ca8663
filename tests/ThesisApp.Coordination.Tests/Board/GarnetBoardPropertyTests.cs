using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Board;

public sealed class GarnetBoardPropertyTests(GarnetFixture store) : BoardPropertyTests(store), IClassFixture<GarnetFixture>;
