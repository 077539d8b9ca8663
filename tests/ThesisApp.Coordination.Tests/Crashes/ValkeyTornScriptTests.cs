using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Crashes;

public sealed class ValkeyTornScriptTests(ValkeyServerFixture store) : TornScriptTests(store), IClassFixture<ValkeyServerFixture>;
