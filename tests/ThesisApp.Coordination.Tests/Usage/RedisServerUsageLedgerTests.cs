using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Usage;

public sealed class RedisServerUsageLedgerTests(RedisServerFixture store) : UsageLedgerTests(store), IClassFixture<RedisServerFixture>;
