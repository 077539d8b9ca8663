using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Board;

public sealed class RedisClusterSharingTests(RedisClusterFixture store) : SharingTests(store), IClassFixture<RedisClusterFixture>;
