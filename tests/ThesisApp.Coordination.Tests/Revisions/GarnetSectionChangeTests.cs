using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Revisions;

public sealed class GarnetSectionChangeTests(GarnetFixture store) : SectionChangeTests(store), IClassFixture<GarnetFixture>;
