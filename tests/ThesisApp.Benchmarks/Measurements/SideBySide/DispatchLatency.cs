using System.Globalization;
using ThesisApp.Benchmarks.Contenders;
using ThesisApp.Benchmarks.Options;
using ThesisApp.Benchmarks.Ours;
using ThesisApp.Benchmarks.Processes;

namespace ThesisApp.Benchmarks.Measurements.SideBySide;

/// <summary>How soon a task starts and its result is in the producer's hands, one at a time.</summary>
internal sealed class DispatchLatency(BenchmarkOptions options) : SideBySideMeasurement(options)
{
    private const int WarmUpTasks = 20;
    private const string Started = "enqueue to start";
    private const string Visible = "enqueue to result visible";

    protected override string Description =>
        "latency: one idle worker, one task at a time; the producer waits by the contender's documented way until it has the result (ours: a run of one task, its event log, then the artifact); "
        + $"{WarmUpTasks} tasks to warm up; milliseconds from before the submission";

    protected override Task MeasureAsync(IReadOnlyList<Contender> contenders, Figures figures, TextWriter output, CancellationToken cancellationToken) =>
        InTurnAsync(contenders, (contender, run, token) => MeasureAsync(contender, run, figures, output, token), output, cancellationToken);

    protected override IEnumerable<Result> Judge(Figures figures) =>
    [
        .. Ratio(figures, Visible + ", p50", BullContender.PeerName, 0.5, atLeast: false),
        Under(figures, Visible + ", p99", "ms", 5),
    ];

    private async Task MeasureAsync(Contender contender, int run, Figures figures, TextWriter output, CancellationToken cancellationToken)
    {
        await using Trial trial = await Trial.StartAsync(contender, Options.Redis, cancellationToken);
        string starts = Path.Combine(trial.Folder, "starts");
        trial.StartWorker(1, "-", starts);
        await contender.ReadyAsync(trial, starts, 1, cancellationToken);
        await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
        await trial.RunVerbAsync(null, cancellationToken, "latency", WarmUpTasks.ToString(CultureInfo.InvariantCulture));
        CpuWindow window = new(trial.Processes);
        string line = await trial.RunVerbAsync(null, cancellationToken, "latency", contender.LatencyTasks.ToString(CultureInfo.InvariantCulture));
        CpuShare share = window.Close();
        LatencyFigures latencies = LatencyFigures.Parse(line);
        figures.Add(contender.Name, Started + ", p50", "ms", latencies.StartP50);
        figures.Add(contender.Name, Started + ", p99", "ms", latencies.StartP99);
        figures.Add(contender.Name, Visible + ", p50", "ms", latencies.VisP50);
        figures.Add(contender.Name, Visible + ", p99", "ms", latencies.VisP99);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"  run {run} {contender.Name,-14} start p50 {latencies.StartP50:F2}, p99 {latencies.StartP99:F2}; visible p50 {latencies.VisP50:F2}, p99 {latencies.VisP99:F2}, most {latencies.VisMax:F1} ms of {contender.LatencyTasks}; {Text(share)}"));
    }
}
