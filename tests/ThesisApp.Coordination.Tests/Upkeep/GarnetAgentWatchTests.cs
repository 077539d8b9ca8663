using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Upkeep;

public sealed class GarnetAgentWatchTests(GarnetFixture store) : AgentWatchTests(store), IClassFixture<GarnetFixture>;
