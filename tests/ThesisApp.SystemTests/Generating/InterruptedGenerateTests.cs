using ThesisApp.SystemTests.Support;
using ThesisApp.TestSupport.Programs;

namespace ThesisApp.SystemTests.Generating;

/// <summary>What happens to the command in the middle of its work.</summary>
public sealed class InterruptedGenerateTests(UndisturbedThesis undisturbed) : IDisposable
{
    private static readonly SystemSettings Slow = new() { Pace = TimeSpan.FromMilliseconds(200) };

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = Limits.Test)]
    public async Task After_SIGKILL_the_same_command_goes_on_where_the_first_stopped()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        string output = _folder.File("out");
        await using (Generate first = Generate.Start(output, Slow))
        {
            await first.WaitForTasksAsync(done: 20, cancellation);
            await first.Process.SignalAsync(ProgramSignal.Kill, cancellation);
            await first.WaitUntilGoneAsync(cancellation);
        }

        await using Generate second = Generate.Start(output, Slow);
        int exitCode = await second.Process.WaitForExitAsync(cancellation);

        Assert.True(exitCode == 0, second.Process.Text);
        Assert.Contains(second.Process.Error, line => line.StartsWith("Going on with run ", StringComparison.Ordinal));
        undisturbed.MustEqual(await second.ReadThesisAsync(cancellation));
    }

    [Fact(Timeout = Limits.Test)]
    public async Task After_Ctrl_C_the_same_command_goes_on_where_the_first_stopped()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        string output = _folder.File("out");
        await using (Generate first = Generate.Start(output, Slow))
        {
            await first.WaitForTasksAsync(done: 20, cancellation);
            await first.Process.SignalAsync(ProgramSignal.Interrupt, cancellation);
            Assert.Equal(130, await first.Process.WaitForExitAsync(cancellation));
            await first.WaitUntilGoneAsync(cancellation);
        }

        await using Generate second = Generate.Start(output, Slow);
        int exitCode = await second.Process.WaitForExitAsync(cancellation);

        Assert.True(exitCode == 0, second.Process.Text);
        Assert.Contains(second.Process.Error, line => line.StartsWith("Going on with run ", StringComparison.Ordinal));
        undisturbed.MustEqual(await second.ReadThesisAsync(cancellation));
    }

    [Fact(Timeout = Limits.Test)]
    public async Task A_host_that_is_killed_under_the_command_is_started_again_on_its_data()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using Generate generate = Generate.Start(_folder.File("out"), Slow);
        HostView view = await generate.WaitForTasksAsync(done: 20, cancellation);

        await ProcessTable.SignalAsync(view.Pid, ProgramSignal.Kill, cancellation);
        int exitCode = await generate.Process.WaitForExitAsync(cancellation);

        Assert.True(exitCode == 0, generate.Process.Text);
        Assert.Contains(generate.Process.Error, line => line.Contains("starting it again on its data", StringComparison.Ordinal));
        undisturbed.MustEqual(await generate.ReadThesisAsync(cancellation));
    }
}
