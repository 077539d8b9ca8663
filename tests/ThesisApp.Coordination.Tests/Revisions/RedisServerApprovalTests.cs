using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Revisions;

public sealed class RedisServerApprovalTests(RedisServerFixture store) : ApprovalTests(store), IClassFixture<RedisServerFixture>;
