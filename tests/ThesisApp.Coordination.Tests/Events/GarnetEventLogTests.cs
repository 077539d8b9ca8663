using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Events;

public sealed class GarnetEventLogTests(GarnetFixture store) : EventLogTests(store), IClassFixture<GarnetFixture>;
