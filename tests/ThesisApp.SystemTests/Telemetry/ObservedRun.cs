using ThesisApp.Contracts.Runs;
using ThesisApp.TestSupport.Programs;

namespace ThesisApp.SystemTests.Telemetry;

/// <summary>One run of the sample with a collector that all processes send to; once for all tests of a class.</summary>
public sealed class ObservedRun : IAsyncLifetime
{
    private OtlpReceiver? _receiver;

    internal OtlpReceiver Receiver => _receiver!;

    /// <summary>The run.</summary>
    public RunInfo Run { get; private set; } = null!;

    /// <summary>Its tasks.</summary>
    public IReadOnlyList<TaskInfo> Tasks { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        _receiver = await OtlpReceiver.StartAsync(cancellation);

        // Slow enough that the board is seen at work more than once.
        await using AppHostSystem system = await AppHostSystem.StartAsync(
            new SystemSettings { Pace = TimeSpan.FromMilliseconds(200), Variables = _receiver.Variables }, cancellation);
        string run = await system.Runs.SubmitSampleAsync(cancellation);
        Run = await system.Runs.WaitForEndAsync(run, cancellation);
        Tasks = await system.Runs.ListTasksAsync(run, cancellation);
        // What is still on its way is sent before the processes end, so nothing needs to be waited for after this.
    }

    public async ValueTask DisposeAsync()
    {
        if (_receiver is not null)
        {
            await _receiver.DisposeAsync();
        }
    }
}
