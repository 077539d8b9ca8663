using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Board;

public sealed class GarnetTaskBoardTests(GarnetFixture store) : TaskBoardTests(store), IClassFixture<GarnetFixture>;
