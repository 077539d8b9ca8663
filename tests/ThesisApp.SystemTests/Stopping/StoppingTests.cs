using ThesisApp.SystemTests.Support;
using ThesisApp.TestSupport.Programs;

namespace ThesisApp.SystemTests.Stopping;

/// <summary>However the system ends, no process of it is left.</summary>
public sealed class StoppingTests
{
    // In the middle of work: nobody stops because there is nothing to do.
    private static readonly SystemSettings Busy = new() { Pace = TimeSpan.FromSeconds(20) };

    [Fact(Timeout = Limits.Test)]
    public async Task Ctrl_C_ends_the_system_with_0_and_leaves_no_process()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using AppHostSystem system = await StartBusyAsync(cancellation);

        await system.Host.SignalAsync(ProgramSignal.Interrupt, cancellation);

        Assert.Equal(0, await system.Host.WaitForExitAsync(cancellation));
        Assert.Empty(system.Processes);
    }

    [Fact(Timeout = Limits.Test)]
    public async Task Ctrl_C_in_a_terminal_which_reaches_every_process_leaves_none()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using AppHostSystem system = await StartBusyAsync(cancellation);
        int[] all = [.. system.View.Resources.Select(resource => resource.Pid).OfType<int>().Append(system.Host.Id).Distinct()];

        await Task.WhenAll(all.Select(processId => ProcessTable.SignalAsync(processId, ProgramSignal.Interrupt, cancellation)));

        Assert.Equal(0, await system.Host.WaitForExitAsync(cancellation));
        Assert.Empty(system.Processes);
    }

    [Fact(Timeout = Limits.Test)]
    public async Task After_SIGKILL_of_the_host_no_process_stays()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using AppHostSystem system = await StartBusyAsync(cancellation);
        Assert.True(system.Processes.Count >= 6, string.Join('\n', system.Processes));

        await system.Host.SignalAsync(ProgramSignal.Kill, cancellation);

        await system.WaitUntilGoneAsync(cancellation);
    }

    [Fact(Timeout = Limits.Test)]
    public async Task After_SIGKILL_of_generate_no_process_stays()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        using TempFolder folder = new();
        await using Generate generate = Generate.Start(folder.File("out"), Busy);
        await generate.WaitForTasksAsync(done: 0, cancellation);
        Assert.True(generate.Processes.Count >= 7, string.Join('\n', generate.Processes));

        await generate.Process.SignalAsync(ProgramSignal.Kill, cancellation);

        await generate.WaitUntilGoneAsync(cancellation);
    }

    private static async Task<AppHostSystem> StartBusyAsync(CancellationToken cancellation)
    {
        AppHostSystem system = await AppHostSystem.StartAsync(Busy, cancellation);
        await system.Runs.SubmitSampleAsync(cancellation);
        return system;
    }
}
