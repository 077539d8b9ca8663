using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Board;

public sealed class RedisServerTaskBoardTests(RedisServerFixture store) : TaskBoardTests(store), IClassFixture<RedisServerFixture>;
