using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Agents;

public sealed class ValkeyAgentRegistryTests(ValkeyServerFixture store) : AgentRegistryTests(store), IClassFixture<ValkeyServerFixture>;
