using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Crashes;

public sealed class GarnetTornScriptTests(GarnetFixture store) : TornScriptTests(store), IClassFixture<GarnetFixture>;
