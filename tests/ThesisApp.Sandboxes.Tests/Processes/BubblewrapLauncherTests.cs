using ThesisApp.Sandboxes.Processes;

namespace ThesisApp.Sandboxes.Tests.Processes;

public sealed class BubblewrapLauncherTests : LocalLauncherTests
{
    protected override ISandboxLauncher CreateLauncher() => LocalLauncher.Bubblewrap(Local, TimeProvider.System);
}
