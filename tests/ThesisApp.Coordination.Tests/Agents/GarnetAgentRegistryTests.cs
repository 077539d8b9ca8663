using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Agents;

public sealed class GarnetAgentRegistryTests(GarnetFixture store) : AgentRegistryTests(store), IClassFixture<GarnetFixture>;
