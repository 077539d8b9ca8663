using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Board;

public sealed class ValkeySharingTests(ValkeyServerFixture store) : SharingTests(store), IClassFixture<ValkeyServerFixture>;
