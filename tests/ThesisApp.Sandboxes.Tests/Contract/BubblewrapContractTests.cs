using ThesisApp.Sandboxes.Processes;

namespace ThesisApp.Sandboxes.Tests.Contract;

public sealed class BubblewrapContractTests : SandboxContractTests
{
    protected override ISandboxLauncher CreateLauncher() => LocalLauncher.Bubblewrap(Local, TimeProvider.System);
}
