using ThesisApp.SystemTests.Support;
using ThesisApp.TestSupport.Stores;

namespace ThesisApp.SystemTests.Agents;

public sealed class GarnetAgentTests(UndisturbedThesis undisturbed, GarnetFixture store) : AgentTests(undisturbed, store), IClassFixture<GarnetFixture>;
