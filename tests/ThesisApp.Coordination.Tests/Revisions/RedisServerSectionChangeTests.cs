using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Revisions;

public sealed class RedisServerSectionChangeTests(RedisServerFixture store) : SectionChangeTests(store), IClassFixture<RedisServerFixture>;
