using ThesisApp.Benchmarks.Processes;

namespace ThesisApp.Benchmarks.Tests.Processes;

public sealed class ProcessFamilyTests
{
    [Fact]
    public async Task Members_AreTheProcessAndWhatItStarted()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "There is no /proc here.");
        await using ToolProcess shell = ToolProcess.Start(["/bin/sh", "-c", "sleep 60 & echo started; wait"], "/", []);
        while (!shell.Tail.Contains("started", StringComparison.Ordinal))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TestContext.Current.CancellationToken);
        }

        IReadOnlyList<int> members = ProcessFamily.Members(shell.Id);

        Assert.Equal(2, members.Count);
        Assert.Equal(shell.Id, members[0]);
        Assert.Contains(members[1], ProcessFamily.Members(Environment.ProcessId));
    }

    [Fact]
    public void Memory_OfAProcess_IsMoreThanItsShare()
    {
        Assert.SkipUnless(File.Exists("/proc/self/smaps_rollup"), "There is no /proc/self/smaps_rollup here.");

        (double resident, double proportional) = ProcessFamily.Memory(Environment.ProcessId);

        Assert.InRange(proportional, 1, resident);
    }
}
