using ThesisApp.Sandboxes.Processes;

namespace ThesisApp.Sandboxes.Tests.Processes;

public sealed class ProcessLauncherTests : LocalLauncherTests
{
    protected override ISandboxLauncher CreateLauncher() => LocalLauncher.Plain(Local, TimeProvider.System);
}
