using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Revisions;

[Collection(SharedRedisCluster.Name)]
public sealed class RedisClusterSectionChangeTests(RedisClusterFixture store) : SectionChangeTests(store);
