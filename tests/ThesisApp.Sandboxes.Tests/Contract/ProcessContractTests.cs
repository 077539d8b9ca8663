using ThesisApp.Sandboxes.Processes;

namespace ThesisApp.Sandboxes.Tests.Contract;

public sealed class ProcessContractTests : SandboxContractTests
{
    protected override ISandboxLauncher CreateLauncher() => LocalLauncher.Plain(Local, TimeProvider.System);

    protected override string FindLent(WritableFile file) => file.Source;
}
