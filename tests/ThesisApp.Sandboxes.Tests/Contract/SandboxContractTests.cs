using ThesisApp.Sandboxes.Tests.Support;
using ThesisApp.TestSupport.Programs;

namespace ThesisApp.Sandboxes.Tests.Contract;

/// <summary>What every kind of sandbox keeps to.</summary>
public abstract class SandboxContractTests : SandboxTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan NoPatience = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Its_end_is_observed_with_its_code() => Assert.Equal(7, (await RunAsync(Shell("exit 7"))).Exit.Code);

    [Fact]
    public async Task What_is_written_in_it_can_be_read()
    {
        (_, string output) = await RunAsync(Shell("echo said; echo wailed >&2"));

        Assert.Contains("said", output, StringComparison.Ordinal);
        Assert.Contains("wailed", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_listed_as_running_until_it_has_ended()
    {
        string id = await StartAsync(Shell("sleep 600"));

        Assert.True(Assert.Single(await Launcher.ListAsync(Cancellation)) is { IsRunning: true } running && running.Id == id);
        await Launcher.KillAsync(id, Cancellation);
        Assert.DoesNotContain(await Launcher.ListAsync(Cancellation), sandbox => sandbox.IsRunning);
    }

    [Fact]
    public async Task A_second_one_of_the_same_id_is_not_started()
    {
        string nap = HostProcesses.NewNap();
        string id = await StartAsync(Shell($"echo up; exec sleep {nap}"));
        await WaitForOutputAsync(id, "up");

        await Assert.ThrowsAsync<SandboxExistsException>(() => AddLauncher().StartAsync(Shell($"sleep {nap}", id), Cancellation));

        Assert.True(Assert.Single(await Launcher.ListAsync(Cancellation)).IsRunning);
    }

    [Fact]
    public async Task It_is_asked_to_stop_before_it_is_ended()
    {
        string id = await StartAsync(Shell("trap 'echo goes; exit 5' TERM; echo up; while :; do sleep 0.05; done"));
        await WaitForOutputAsync(id, "up");

        SandboxExit exit = await Launcher.StopAsync(id, Patience, Cancellation);

        Assert.Equal(5, exit.Code);
        Assert.Contains("goes", await Launcher.ReadOutputAsync(id, Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_stop_in_its_time_is_ended_by_force()
    {
        string id = await StartAsync(Shell("trap '' TERM; echo up; while :; do sleep 0.05; done"));
        await WaitForOutputAsync(id, "up");

        SandboxExit exit = await Launcher.StopAsync(id, NoPatience, Cancellation);

        Assert.Equal(137, exit.Code);
    }

    [Fact]
    public async Task Killing_it_ends_all_that_runs_in_it()
    {
        string nap = HostProcesses.NewNap();
        string id = await StartAsync(Shell($"trap '' TERM; sleep {nap} & sleep {nap} & echo up; wait"));
        await WaitForOutputAsync(id, "up");
        await Eventually.TrueAsync(() => HostProcesses.With(nap).Count == 2, () => "both children", Cancellation);

        await Launcher.KillAsync(id, Cancellation);

        await Eventually.TrueAsync(() => HostProcesses.With(nap).Count == 0, () => "the end of both children", Cancellation);
    }

    [Fact]
    public async Task What_it_leaves_running_ends_with_it()
    {
        string nap = HostProcesses.NewNap();

        await RunAsync(Shell($"sleep {nap} & exit 0"));

        await Eventually.TrueAsync(() => HostProcesses.With(nap).Count == 0, () => "the end of the child", Cancellation);
    }

    [Fact]
    public async Task Removing_it_leaves_nothing_and_its_id_is_free_again()
    {
        string nap = HostProcesses.NewNap();
        string id = await StartAsync(Shell($"echo first; exec sleep {nap}"));
        await WaitForOutputAsync(id, "first");

        await Launcher.RemoveAsync(id, Cancellation);

        Assert.Empty(await Launcher.ListAsync(Cancellation));
        Assert.Empty(HostProcesses.With(nap));
        (SandboxExit exit, string output) = await RunAsync(Shell("echo second; exit 3", id));
        Assert.Equal(3, exit.Code);
        Assert.DoesNotContain("first", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_launcher_finds_it_adopts_it_and_sees_it_end()
    {
        string id = await StartAsync(Shell("trap 'exit 6' TERM; echo up; while :; do sleep 0.05; done"));
        await WaitForOutputAsync(id, "up");
        ISandboxLauncher later = AddLauncher();

        Assert.Contains(await later.ListAsync(Cancellation), sandbox => sandbox.Id == id && sandbox.IsRunning);
        Assert.True(await later.AdoptAsync(id, Cancellation));
        Assert.Contains("up", await later.ReadOutputAsync(id, Cancellation), StringComparison.Ordinal);

        Assert.Equal(6, (await later.StopAsync(id, Patience, Cancellation)).Code);
    }

    [Fact]
    public async Task What_has_ended_cannot_be_adopted()
    {
        string id = await StartAsync(Shell("exit 0"));
        await Launcher.WaitAsync(id, Cancellation);

        Assert.False(await AddLauncher().AdoptAsync(id, Cancellation));
    }

    [Fact]
    public async Task What_is_not_there_has_ended_and_is_removed_already()
    {
        string id = NewId();

        Assert.Null((await Launcher.WaitAsync(id, Cancellation)).Code);
        Assert.Null((await Launcher.StopAsync(id, Patience, Cancellation)).Code);
        Assert.Null((await Launcher.KillAsync(id, Cancellation)).Code);
        Assert.False(await Launcher.AdoptAsync(id, Cancellation));
        await Launcher.RemoveAsync(id, Cancellation);
        Assert.Empty(await Launcher.ReadOutputAsync(id, Cancellation));
    }

    [Fact]
    public async Task It_has_the_environment_that_it_was_given()
    {
        (_, string output) = await RunAsync(Shell("echo \"<$GIVEN>\"; cd \"$HOME\" && echo kept >file && cat file") with { Environment = new Dictionary<string, string> { ["GIVEN"] = "a 'b' \"c\" $d" } });

        Assert.Contains("<a 'b' \"c\" $d>", output, StringComparison.Ordinal);
        Assert.Contains("kept", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_writes_the_file_that_it_is_lent_up_to_the_size_of_its_scratch()
    {
        Assert.SkipUnless(LendsFiles, "Nothing of this machine can be lent to a sandbox of this kind.");
        using TempFile lent = new();
        WritableFile file = new(lent.Path, "/output/chapter.md");
        SandboxSpec spec = Shell(string.Empty) with { WritableFiles = [file], Limits = new SandboxLimits { ScratchBytes = 1 << 20 } };
        string inside = FindLent(file);

        (SandboxExit exit, _) = await RunAsync(spec with { Id = NewId(), Command = ["/bin/sh", "-c", $"echo written >{inside}"] });
        string written = await File.ReadAllTextAsync(lent.Path, Cancellation);
        (SandboxExit more, _) = await RunAsync(spec with { Id = NewId(), Command = ["/bin/sh", "-c", $"dd if=/dev/zero of={inside} bs=65536 count=64"] });

        Assert.Equal((0, "written\n"), (exit.Code, written));
        Assert.NotEqual(0, more.Code);
        Assert.InRange(new FileInfo(lent.Path).Length, 0, 1 << 20);
    }

    /// <summary>Whether a file of this machine can be lent to it.</summary>
    protected virtual bool LendsFiles => true;

    /// <summary>Where the sandbox finds a file that it is lent.</summary>
    protected virtual string FindLent(WritableFile file) => file.Target;

    [Fact]
    public async Task A_program_that_is_not_there_is_told_of()
    {
        SandboxSpec spec = Shell(string.Empty) with { Command = ["/no/such/program"] };
        try
        {
            Assert.True((await RunAsync(spec)).Exit.Code is 126 or 127 or 1);
        }
        catch (SandboxException exception)
        {
            Assert.Contains("no such file", exception.Message, StringComparison.OrdinalIgnoreCase);
        }

        await Launcher.RemoveAsync(spec.Id, Cancellation);
        Assert.Empty(await Launcher.ListAsync(Cancellation));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("../up")]
    [InlineData("Capital")]
    [InlineData("-first")]
    public async Task A_name_that_could_lead_elsewhere_is_refused(string id) => await Assert.ThrowsAsync<ArgumentException>(() => Launcher.StartAsync(Shell("true", id), Cancellation));
}
