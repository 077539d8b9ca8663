using ThesisApp.LocalHosting.Output;
using ThesisApp.LocalHosting.Processes;
using ThesisApp.LocalHosting.State;

namespace ThesisApp.LocalHosting.Engine;

/// <summary>Runs a process, and starts it again whenever it dies.</summary>
internal sealed class ProcessRunner(
    string name,
    Func<CancellationToken, Task<ProcessSpec>> describe,
    HealthProbe? health,
    ProcessGuard guard,
    HostOutput output,
    StatusBoard status,
    TimeProvider time) : IResourceRunner
{
    // One that dies so often before it was ever healthy will not get better.
    private const int MostFailedStarts = 4;

    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(10);

    // Ctrl+C reaches all processes of a terminal at once: the host may hear of it after its children have ended.
    private static readonly TimeSpan SignalDelay = TimeSpan.FromMilliseconds(100);

    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;
    private volatile ManagedProcess? _process;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _running = RunAsync(_stop.Token);
        await _ready.Task.WaitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        if (_process is { } process && !await process.StopAsync(StopPatience))
        {
            output.Say($"{name} did not stop within {StopPatience.TotalSeconds:F0} s and was killed.");
        }

        try
        {
            await _running;
        }
        catch (OperationCanceledException)
        {
            // That is how it ends.
        }

        status.Change(name, line => line with { State = ResourceState.Stopped, Pid = null });
        _stop.Dispose();
    }

    private async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            RestartBackoff backoff = new();
            int failedStarts = 0;
            while (true)
            {
                long start = time.GetTimestamp();
                int exitCode = await RunOnceAsync(await describe(stopping), stopping);
                await Task.Delay(SignalDelay, time, stopping);
                if (!_ready.Task.IsCompleted && ++failedStarts >= MostFailedStarts)
                {
                    throw new HostingException(
                        $"'{name}' ended {failedStarts} times before it was ready, last with exit code {exitCode}. Its last lines:{Environment.NewLine}{output.LastLines(name)}",
                        HostingException.NotStarted);
                }

                TimeSpan pause = backoff.Next(time.GetElapsedTime(start));
                output.Say($"{name} ended with exit code {exitCode}; it is started again in {pause.TotalSeconds:0.#} s.");
                status.Change(name, line => line with { State = ResourceState.Restarting, Pid = null, Restarts = line.Restarts + 1 });
                await Task.Delay(pause, time, stopping);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            if (!_ready.TrySetException(exception))
            {
                output.Say($"{name} cannot be started again: {exception.Message}");
            }
        }
    }

    private async Task<int> RunOnceAsync(ProcessSpec spec, CancellationToken stopping)
    {
        ManagedProcess process = ManagedProcess.Start(spec, guard, line => output.Line(name, line));
        _process = process;
        if (stopping.IsCancellationRequested)
        {
            await process.StopAsync(StopPatience);
        }

        status.Change(name, line => line with { State = ResourceState.Starting, Pid = process.Id });
        using CancellationTokenSource ended = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        Task watching = WatchHealthAsync(process.Id, ended.Token);
        int exitCode = await process.Exited;
        _process = null;
        await ended.CancelAsync();
        await watching;
        return exitCode;
    }

    private async Task WatchHealthAsync(int processId, CancellationToken cancellationToken)
    {
        try
        {
            if (health is not null)
            {
                await health.WaitAsync(cancellationToken);
            }

            status.Change(name, line => line.Pid == processId ? line with { State = ResourceState.Running } : line);
            _ready.TrySetResult();
        }
        catch (OperationCanceledException)
        {
            // It ended before it was healthy.
        }
    }
}
