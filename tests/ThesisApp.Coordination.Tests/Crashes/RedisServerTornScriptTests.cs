using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Crashes;

public sealed class RedisServerTornScriptTests(RedisServerFixture store) : TornScriptTests(store), IClassFixture<RedisServerFixture>;
