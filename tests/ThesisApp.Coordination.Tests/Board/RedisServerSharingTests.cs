using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Board;

public sealed class RedisServerSharingTests(RedisServerFixture store) : SharingTests(store), IClassFixture<RedisServerFixture>;
