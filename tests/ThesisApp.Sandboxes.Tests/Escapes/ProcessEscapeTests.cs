using ThesisApp.Sandboxes.Processes;

namespace ThesisApp.Sandboxes.Tests.Escapes;

public sealed class ProcessEscapeTests : SandboxEscapeTests
{
    [Fact]
    public void It_does_not_claim_what_processes_of_one_user_cannot_have() =>
        Assert.Equal(
            [Guarantee.PrivateScratch, Guarantee.ReadOnlyOutside, Guarantee.HiddenProcesses, Guarantee.NoSignals, Guarantee.PrivateMemory, Guarantee.DiskLimit, Guarantee.NoNetwork],
            Report.Guarantees.Where(entry => !entry.IsInForce && entry.By.StartsWith("nothing", StringComparison.Ordinal)).Select(entry => entry.Guarantee));

    protected override ISandboxLauncher CreateLauncher() => LocalLauncher.Plain(Local, TimeProvider.System);
}
