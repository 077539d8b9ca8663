using ThesisApp.Sandboxes.Processes;

namespace ThesisApp.Sandboxes.Tests.Escapes;

public sealed class BubblewrapEscapeTests : SandboxEscapeTests
{
    [Fact]
    public void It_withholds_everything_but_what_takes_control_groups() =>
        Assert.All(Report.Guarantees.Where(entry => entry.Guarantee is not (Guarantee.MemoryLimit or Guarantee.CpuLimit or Guarantee.ProcessLimit)), entry => Assert.True(entry.IsInForce, entry.ToString()));

    protected override ISandboxLauncher CreateLauncher() => LocalLauncher.Bubblewrap(Local, TimeProvider.System);
}
