using Microsoft.Extensions.Logging;
using ThesisApp.Coordination.Board;

namespace ThesisApp.Agent.Work;

/// <summary>Keeps a lease alive while its task is worked on, and stops the work when the lease is gone.</summary>
internal sealed partial class Heartbeat : ITaskProgress, IDisposable
{
    private readonly ITaskBoard _board;
    private readonly TaskLease _lease;
    private readonly TimeSpan _interval;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _work;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;
    private (double Progress, string? Activity) _report;

    public Heartbeat(ITaskBoard board, TaskLease lease, TimeSpan interval, TimeProvider time, CancellationTokenSource work, ILogger logger)
    {
        _board = board;
        _lease = lease;
        _interval = interval < lease.Duration / 3 ? interval : lease.Duration / 3;
        _time = time;
        _work = work;
        _logger = logger;
        _loop = Task.Run(BeatAsync);
    }

    /// <summary>True once the run was found paused: the task is to be given back.</summary>
    public bool IsPaused { get; private set; }

    public void Report(double progress, string? activity)
    {
        lock (_stop)
        {
            _report = (progress, activity);
        }
    }

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _loop;
    }

    public void Dispose() => _stop.Dispose();

    private async Task BeatAsync()
    {
        while (true)
        {
            try
            {
                await Task.Delay(_interval, _time, _stop.Token);
                (double progress, string? activity) = Current();
                HeartbeatResult result = await _board.HeartbeatAsync(_lease, progress, activity, _stop.Token);
                if (result != HeartbeatResult.Extended)
                {
                    IsPaused = result == HeartbeatResult.RunPaused;
                    await _work.CancelAsync();
                    return;
                }
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // The store may come back before the lease is another's: the token decides, not this agent's fear.
                LogMissed(_logger, _lease.Task.Id, exception.Message);
            }
        }
    }

    private (double Progress, string? Activity) Current()
    {
        lock (_stop)
        {
            return _report;
        }
    }

    [LoggerMessage(28, LogLevel.Warning, "A heartbeat of {TaskId} did not get through: {Reason}")]
    private static partial void LogMissed(ILogger logger, string taskId, string reason);
}
