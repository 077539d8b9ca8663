using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Board;

public sealed class ValkeyTaskBoardTests(ValkeyServerFixture store) : TaskBoardTests(store), IClassFixture<ValkeyServerFixture>;
