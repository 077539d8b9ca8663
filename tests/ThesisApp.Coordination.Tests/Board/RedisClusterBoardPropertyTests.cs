using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Board;

public sealed class RedisClusterBoardPropertyTests(RedisClusterFixture store) : BoardPropertyTests(store), IClassFixture<RedisClusterFixture>;
