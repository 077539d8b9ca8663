using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Board;

public sealed class RedisClusterTaskBoardTests(RedisClusterFixture store) : TaskBoardTests(store), IClassFixture<RedisClusterFixture>;
