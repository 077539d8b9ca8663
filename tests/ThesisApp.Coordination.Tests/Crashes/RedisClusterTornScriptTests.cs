using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Crashes;

public sealed class RedisClusterTornScriptTests(RedisClusterFixture store) : TornScriptTests(store), IClassFixture<RedisClusterFixture>;
