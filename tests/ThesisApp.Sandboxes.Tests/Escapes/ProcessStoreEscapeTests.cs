using ThesisApp.Sandboxes.Processes;
using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Sandboxes.Tests.Escapes;

public sealed class ProcessStoreEscapeTests(RestrictedRedisFixture store) : StoreEscapeTests(store), IClassFixture<RestrictedRedisFixture>
{
    protected override ISandboxLauncher CreateLauncher() => LocalLauncher.Plain(Local, TimeProvider.System);
}
