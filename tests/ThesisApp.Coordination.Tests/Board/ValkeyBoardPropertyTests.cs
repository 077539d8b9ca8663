using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Board;

public sealed class ValkeyBoardPropertyTests(ValkeyServerFixture store) : BoardPropertyTests(store), IClassFixture<ValkeyServerFixture>;
