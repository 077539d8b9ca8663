using ThesisApp.Sandboxes.Processes;
using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Sandboxes.Tests.Escapes;

public sealed class BubblewrapStoreEscapeTests(RestrictedRedisFixture store) : StoreEscapeTests(store), IClassFixture<RestrictedRedisFixture>
{
    protected override ISandboxLauncher CreateLauncher() => LocalLauncher.Bubblewrap(Local, TimeProvider.System);
}
