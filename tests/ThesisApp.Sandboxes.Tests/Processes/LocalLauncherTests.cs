using System.Globalization;
using ThesisApp.Sandboxes.Tests.Support;
using ThesisApp.TestSupport.Programs;

namespace ThesisApp.Sandboxes.Tests.Processes;

/// <summary>What sandboxes of this machine keep to beyond the contract.</summary>
public abstract class LocalLauncherTests : SandboxTest
{
    [Fact]
    public async Task What_it_writes_does_not_fill_the_disk()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/prlimit"), "prlimit is not installed (Debian: apt-get install util-linux).");
        const long Bound = 8L << 20;

        string id = await StartAsync(Shell("head -c 24000000 /dev/zero; head -c 24000000 /dev/zero >&2") with { Limits = new SandboxLimits { ScratchBytes = Bound } });
        await Launcher.WaitAsync(id, Cancellation);

        Assert.Equal([Bound, Bound], new[] { "stdout", "stderr" }.Select(name => new FileInfo(Path.Combine(Local.Directory, Launcher.Kind, id, name)).Length));
    }

    [Fact]
    public async Task Removing_it_ends_what_runs_although_its_warden_was_killed()
    {
        string nap = HostProcesses.NewNap();
        string id = await StartAsync(Shell($"echo up; sleep {nap} & exec sleep {nap}"));
        await WaitForOutputAsync(id, "up");
        await Eventually.TrueAsync(() => HostProcesses.With(nap).Count >= 2, () => "both naps", Cancellation);
        int warden = int.Parse(await File.ReadAllTextAsync(Path.Combine(Local.Directory, Launcher.Kind, id, "warden"), Cancellation), CultureInfo.InvariantCulture);
        await ProcessTable.SignalAsync(warden, ProgramSignal.Kill, Cancellation);
        await Launcher.WaitAsync(id, Cancellation);

        await AddLauncher().RemoveAsync(id, Cancellation);

        await Eventually.TrueAsync(() => HostProcesses.With(nap).Count == 0, () => "the end of both naps", Cancellation);
    }
}
