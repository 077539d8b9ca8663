using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Revisions;

public sealed class GarnetApprovalTests(GarnetFixture store) : ApprovalTests(store), IClassFixture<GarnetFixture>;
