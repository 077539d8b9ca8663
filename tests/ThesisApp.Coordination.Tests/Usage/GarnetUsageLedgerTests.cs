using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Usage;

public sealed class GarnetUsageLedgerTests(GarnetFixture store) : UsageLedgerTests(store), IClassFixture<GarnetFixture>;
