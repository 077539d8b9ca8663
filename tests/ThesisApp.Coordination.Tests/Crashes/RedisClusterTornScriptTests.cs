using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Crashes;

[Collection(SharedRedisCluster.Name)]
public sealed class RedisClusterTornScriptTests(RedisClusterFixture store) : TornScriptTests(store);
