using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Usage;

[Collection(SharedRedisCluster.Name)]
public sealed class RedisClusterUsageLedgerTests(RedisClusterFixture store) : UsageLedgerTests(store);
