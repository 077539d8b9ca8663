using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Upkeep;

public sealed class ValkeyAgentWatchTests(ValkeyServerFixture store) : AgentWatchTests(store), IClassFixture<ValkeyServerFixture>;
