using System.Globalization;
using ThesisApp.Benchmarks.Contenders;
using ThesisApp.Benchmarks.Options;
using ThesisApp.Benchmarks.Ours;
using ThesisApp.Benchmarks.Processes;

namespace ThesisApp.Benchmarks.Measurements.SideBySide;

/// <summary>Graphs a second.</summary>
internal sealed class GraphRuns(BenchmarkOptions options) : SideBySideMeasurement(options)
{
    private const double MostSeconds = 150;
    private const int Processes = 4;
    private const string What = "graphs, 4 x 1";
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(20);

    protected override string Description =>
        "graph: 20 sections -> join -> 10 sections -> join (ours: a run of 32 tasks each, the joins read all that they need); 4 processes x 1; from the start of the submitting process until the last join of the last graph";

    protected override Task MeasureAsync(IReadOnlyList<Contender> contenders, Figures figures, TextWriter output, CancellationToken cancellationToken) =>
        InTurnAsync(contenders, (contender, run, token) => MeasureAsync(contender, run, figures, output, token), output, cancellationToken);

    protected override IEnumerable<Result> Judge(Figures figures) => Ratio(figures, What, BullContender.PeerName, 2, atLeast: true);

    private async Task MeasureAsync(Contender contender, int run, Figures figures, TextWriter output, CancellationToken cancellationToken)
    {
        await using Trial trial = await Trial.StartAsync(contender, Options.Redis, cancellationToken);
        string starts = Path.Combine(trial.Folder, "starts");
        for (int i = 0; i < Processes; i++)
        {
            trial.StartWorker(1, "-", starts, i);
        }

        await contender.ReadyAsync(trial, starts, Processes, cancellationToken);
        await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
        CpuWindow window = new(trial.Processes);
        double begun = ContenderSettings.Now();
        Task<double> submission = SubmitAsync();
        long done = 0;
        while (done < contender.Graphs && ContenderSettings.Now() - begun < MostSeconds)
        {
            await Task.Delay(Poll, cancellationToken);
            done = await contender.CountGraphsAsync(trial);
        }

        double seconds = ContenderSettings.Now() - begun;
        CpuShare share = window.Close();
        double submitted = await submission;
        if (done < contender.Graphs)
        {
            throw new InvalidOperationException($"{done} of {contender.Graphs} graphs were done after {MostSeconds} s. {trial.WorkersTail()}");
        }

        await contender.VerifyGraphsAsync(trial, cancellationToken);
        figures.Add(contender.Name, What, "runs/s", done / seconds);
        figures.Add(contender.Name, "processor time a graph, 4 x 1", "milliseconds", share.OwnSeconds * 1e3 / done);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"  run {run} {contender.Name,-14} {done / seconds,7:F1} runs/s: {done} in {seconds:F2} s, submitted in {submitted:F2} s; processors: {share.OwnSeconds:F2} s; {Text(share)}"));

        async Task<double> SubmitAsync()
        {
            await trial.RunVerbAsync(null, cancellationToken, "dag", contender.Graphs.ToString(CultureInfo.InvariantCulture));
            return ContenderSettings.Now() - begun;
        }
    }
}
