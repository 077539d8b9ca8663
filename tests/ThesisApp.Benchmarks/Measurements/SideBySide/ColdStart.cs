using System.Globalization;
using ThesisApp.Benchmarks.Contenders;
using ThesisApp.Benchmarks.Options;
using ThesisApp.Benchmarks.Ours;
using ThesisApp.Benchmarks.Processes;

namespace ThesisApp.Benchmarks.Measurements.SideBySide;

/// <summary>How long a worker takes from its start to its first task, and what it holds in memory when idle.</summary>
internal sealed class ColdStart(BenchmarkOptions options) : SideBySideMeasurement(options)
{
    private const string First = "process start to first task";
    private const string Resident = "resident memory of an idle worker";
    private const string Proportional = "proportional share of it";
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(5);

    protected override string Description =>
        $"cold: a worker process is started with a task waiting; until the task's start, and the memory (RSS and PSS of all its processes) {Idle.TotalSeconds:F0} s later; {RealAgent.Name} is the real executable of src/ThesisApp.Agent with a real task";

    protected override async Task MeasureAsync(IReadOnlyList<Contender> contenders, Figures figures, TextWriter output, CancellationToken cancellationToken)
    {
        RealAgent agent = new();
        await output.WriteLineAsync($"  {RealAgent.Name}: {await agent.PrepareAsync(cancellationToken)}");
        await InTurnAsync([agent, .. contenders], (contender, run, token) => MeasureAsync(contender, run, figures, output, token), output, cancellationToken);
    }

    protected override IEnumerable<Result> Judge(Figures figures) => [];

    private async Task MeasureAsync(Contender contender, int run, Figures figures, TextWriter output, CancellationToken cancellationToken)
    {
        await using Trial trial = await Trial.StartAsync(contender, Options.Redis, cancellationToken);
        string starts = Path.Combine(trial.Folder, "starts");
        await trial.RunVerbAsync(null, cancellationToken, "fill", "1");
        double begun = ContenderSettings.Now();
        ToolProcess worker = trial.StartWorker(1, "-", starts);
        double? first;
        while ((first = await contender.FirstStartAsync(trial, starts)) is null)
        {
            if (ContenderSettings.Now() - begun > Longest.TotalSeconds)
            {
                throw new InvalidOperationException($"There was no first task within {Longest.TotalSeconds:F0} s. {trial.WorkersTail()}");
            }

            await Task.Delay(Poll, cancellationToken);
        }

        await Task.Delay(Idle, cancellationToken);
        if (await contender.CountDoneAsync(trial) != 1)
        {
            throw new InvalidOperationException($"The task's result is not there {Idle.TotalSeconds:F0} s after its start. {trial.WorkersTail()}");
        }

        (double resident, double proportional) = ProcessFamily.Memory(worker.Id);
        figures.Add(contender.Name, First, "s", first.Value - begun);
        figures.Add(contender.Name, Resident, "MB", resident);
        figures.Add(contender.Name, Proportional, "MB", proportional);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"  run {run} {contender.Name,-16} first task after {first.Value - begun:F3} s; RSS {resident:F1} MB, PSS {proportional:F1} MB in {ProcessFamily.Members(worker.Id).Count} process(es)"));
    }
}
