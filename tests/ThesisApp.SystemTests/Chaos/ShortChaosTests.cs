using ThesisApp.SystemTests.Support;
using ThesisApp.TestSupport.Processes;
using ThesisApp.TestSupport.Programs;

namespace ThesisApp.SystemTests.Chaos;

/// <summary>The short form of the chaos test; the long one is run by hand (docs/faults.md).</summary>
public sealed class ShortChaosTests
{
    [Fact(Timeout = Limits.Test)]
    public async Task Every_promise_is_kept_under_faults_of_all_kinds()
    {
        foreach (string program in new[] { "redis-server", "prlimit" })
        {
            Assert.SkipWhen(Executables.Find(program) is null, $"{program} is not installed (Debian: apt-get install redis-server util-linux).");
        }

        await using ProgramProcess chaos = ProgramProcess.Start(BuiltPrograms.Chaos, ["--minutes", "0.4", "--seed", "20"], new Dictionary<string, string>());
        int exitCode = await chaos.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(exitCode == 0, chaos.Text);
    }
}
