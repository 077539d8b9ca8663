using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Revisions;

[Collection(SharedRedisCluster.Name)]
public sealed class RedisClusterApprovalTests(RedisClusterFixture store) : ApprovalTests(store);
