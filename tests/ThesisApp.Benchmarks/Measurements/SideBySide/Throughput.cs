using System.Globalization;
using ThesisApp.Benchmarks.Contenders;
using ThesisApp.Benchmarks.Options;
using ThesisApp.Benchmarks.Ours;
using ThesisApp.Benchmarks.Processes;

namespace ThesisApp.Benchmarks.Measurements.SideBySide;

/// <summary>No-op tasks a second.</summary>
internal sealed class Throughput(BenchmarkOptions options) : SideBySideMeasurement(options)
{
    private const double MostSeconds = 150;
    private static readonly (int Processes, int Concurrency)[] Shapes = [(4, 1), (2, 8)];
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(20);

    protected override string Description =>
        "throughput: no-op tasks that give a small result each (ours: one run of independent tasks), all enqueued before the workers, which wait at a barrier, may begin; "
        + "from the first start in any worker until all results are stored; 4 processes x 1 and 2 x 8";

    protected override async Task MeasureAsync(IReadOnlyList<Contender> contenders, Figures figures, TextWriter output, CancellationToken cancellationToken)
    {
        foreach ((int processes, int concurrency) in Shapes)
        {
            Contender[] able = [.. contenders.Where(contender => concurrency == 1 || contender.HasConcurrency)];
            await InTurnAsync(able, (contender, run, token) => MeasureAsync(contender, processes, concurrency, run, figures, output, token), output, cancellationToken);
        }
    }

    protected override IEnumerable<Result> Judge(Figures figures) => Shapes.SelectMany(shape => (IEnumerable<Result>)
    [
        .. Ratio(figures, What(shape.Processes, shape.Concurrency), BullContender.PeerName, 1.3, atLeast: true),
        .. Ratio(figures, What(shape.Processes, shape.Concurrency), StreamsContender.OneRoundTrip, 0.6, atLeast: true),
    ]);

    private static string What(int processes, int concurrency) => $"throughput {processes} x {concurrency}";

    private async Task MeasureAsync(
        Contender contender, int processes, int concurrency, int run, Figures figures, TextWriter output, CancellationToken cancellationToken)
    {
        await using Trial trial = await Trial.StartAsync(contender, Options.Redis, cancellationToken);
        string barrier = Path.Combine(trial.Folder, "go");
        string starts = Path.Combine(trial.Folder, "starts");
        double begun = ContenderSettings.Now();
        await trial.RunVerbAsync(null, cancellationToken, "fill", contender.Tasks.ToString(CultureInfo.InvariantCulture));
        double filled = ContenderSettings.Now() - begun;
        for (int i = 0; i < processes; i++)
        {
            trial.StartWorker(concurrency, barrier, starts, i);
        }

        await contender.ReadyAsync(trial, starts, processes, cancellationToken);
        CpuWindow window = new(trial.Processes);
        await contender.GoAsync(trial, barrier, processes, cancellationToken);
        begun = ContenderSettings.Now();
        long done = 0;
        while (done < contender.Tasks && ContenderSettings.Now() - begun < MostSeconds)
        {
            await Task.Delay(Poll, cancellationToken);
            done = await contender.CountDoneAsync(trial);
        }

        double ended = ContenderSettings.Now();
        CpuShare share = window.Close();
        double redis = trial.Redis.ProcessId is { } id ? ProcessFamily.OwnCpuSeconds(id) : 0;
        double[] firsts = [.. Trial.FirstStarts(starts)];
        if (done < contender.Tasks || firsts.Length == 0)
        {
            throw new InvalidOperationException($"{done} of {contender.Tasks} tasks were done after {MostSeconds} s. {trial.WorkersTail()}");
        }

        double seconds = ended - firsts.Min();
        figures.Add(contender.Name, What(processes, concurrency), "tasks/s", done / seconds);
        figures.Add(contender.Name, "processor time a task, " + What(processes, concurrency), "microseconds", share.OwnSeconds * 1e6 / done);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"  run {run} {processes} x {concurrency} {contender.Name,-14} {done / seconds,8:N0} tasks/s: {done:N0} in {seconds:F2} s, enqueued in {filled:F2} s; processors: {share.OwnSeconds:F2} s, redis since its start {redis:F2} s; {Text(share)}"));
    }
}
