using ThesisApp.Benchmarks.Contenders;
using ThesisApp.Benchmarks.Ours;
using ThesisApp.Benchmarks.Processes;

namespace ThesisApp.Benchmarks.Measurements.SideBySide;

/// <summary>A worker is killed in the middle of a task.</summary>
internal sealed class CrashTrial(Trial trial, CrashMode mode, SemaphoreSlim starting) : TaskTrial(trial, mode, starting)
{
    private const int TaskSeconds = 30;
    private const int SecondsBefore = 10;

    /// <summary>Measures.</summary>
    public async Task<CrashOutcome> RunAsync(CancellationToken cancellationToken)
    {
        (string task, ToolProcess first, _) = await StartAsync(TaskSeconds, cancellationToken);
        await Trial.Contender.ReadyAsync(Trial, Path.Combine(Trial.Folder, "b"), 1, cancellationToken);
        await UntilAsync((await ListAsync())[0].At + SecondsBefore, cancellationToken);
        double killed = ContenderSettings.Now();
        first.Kill();
        IReadOnlyList<Execution>? again = await WaitAsync(list => list.Count(entry => entry.What == "start") > 1, Mode.Longest, cancellationToken);
        if (again is not null)
        {
            await WaitAsync(list => list.Any(entry => entry.What == "end"), TimeSpan.FromSeconds(TaskSeconds + 10), cancellationToken);
            await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
        }

        int starts = (await ListAsync()).Count(entry => entry.What == "start");
        return new CrashOutcome(again?.Where(entry => entry.What == "start").ElementAt(1).At - killed, starts, await DescribeAsync(task, cancellationToken));
    }
}
