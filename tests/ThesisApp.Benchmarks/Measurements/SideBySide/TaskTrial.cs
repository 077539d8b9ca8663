using System.Globalization;
using ThesisApp.Benchmarks.Contenders;
using ThesisApp.Benchmarks.Processes;

namespace ThesisApp.Benchmarks.Measurements.SideBySide;

/// <summary>One long task, a worker that has it and one that is idle.</summary>
internal abstract class TaskTrial(Trial trial, CrashMode mode, SemaphoreSlim starting)
{
    /// <summary>How long what is bound to happen may take.</summary>
    protected static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    /// <summary>Server and processes.</summary>
    protected Trial Trial => trial;

    /// <summary>Settings.</summary>
    protected CrashMode Mode => mode;

    /// <summary>Starts all: a worker, who looks after it, the task, and the second worker.</summary>
    protected async Task<(string Task, ToolProcess First, ToolProcess Second)> StartAsync(int seconds, CancellationToken cancellationToken)
    {
        string a = Path.Combine(trial.Folder, "a");
        string b = Path.Combine(trial.Folder, "b");
        await starting.WaitAsync(cancellationToken);
        try
        {
            ToolProcess first = trial.StartWorker(1, "-", a, 0, mode.Environment);
            await trial.Contender.ReadyAsync(trial, a, 1, cancellationToken);
            mode.Helper?.Invoke(trial);
            string task = await trial.RunVerbAsync(mode.Environment, cancellationToken, "one", seconds.ToString(CultureInfo.InvariantCulture));
            if (await WaitAsync(list => list.Count > 0, Soon, cancellationToken) is null)
            {
                throw new InvalidOperationException($"The task did not start. {trial.WorkersTail()}");
            }

            ToolProcess second = trial.StartWorker(1, "-", b, 1, mode.Environment);
            return (task, first, second);
        }
        finally
        {
            starting.Release();
        }
    }

    /// <summary>Starts and ends so far.</summary>
    protected async Task<IReadOnlyList<Execution>> ListAsync() =>
        [.. (await trial.Contender.ListExecutionsAsync(trial)).Select(Execution.Parse)];

    /// <summary>Waits until starts and ends are as wanted.</summary>
    /// <returns>Them, or null if it took too long.</returns>
    protected async Task<IReadOnlyList<Execution>?> WaitAsync(Func<IReadOnlyList<Execution>, bool> isSo, TimeSpan limit, CancellationToken cancellationToken)
    {
        long start = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(start) < limit)
        {
            IReadOnlyList<Execution> list = await ListAsync();
            if (isSo(list))
            {
                return list;
            }

            await Task.Delay(Poll, cancellationToken);
        }

        return null;
    }

    /// <summary>Waits until a time, in seconds since 1970.</summary>
    protected static Task UntilAsync(double time, CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromSeconds(Math.Max(0, time - Ours.ContenderSettings.Now())), cancellationToken);

    /// <summary>How the task stands.</summary>
    protected Task<string> DescribeAsync(string task, CancellationToken cancellationToken) => trial.RunVerbAsync(mode.Environment, cancellationToken, "result", task);
}
