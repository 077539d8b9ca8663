using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Events;

public sealed class ValkeyEventLogTests(ValkeyServerFixture store) : EventLogTests(store), IClassFixture<ValkeyServerFixture>;
