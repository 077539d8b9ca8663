using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Board;

public sealed class RedisServerBoardPropertyTests(RedisServerFixture store) : BoardPropertyTests(store), IClassFixture<RedisServerFixture>;
