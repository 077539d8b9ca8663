using System.Globalization;
using ThesisApp.Benchmarks.Contenders;
using ThesisApp.Benchmarks.Options;

namespace ThesisApp.Benchmarks.Measurements.SideBySide;

/// <summary>What becomes of a task whose worker is killed or stalls.</summary>
internal sealed class Recovery(BenchmarkOptions options) : SideBySideMeasurement(options)
{
    private const double LeaseSeconds = 10;

    // Trials of ours that begin at the same time: what is measured in tenths of seconds must not wait for the start of other processes.
    private static readonly SemaphoreSlim Starting = new(2);

    protected override string Description =>
        "recovery: SIGKILL of a worker (and all its processes) 10 s into a task of 30 s, an idle second worker is there: until the task starts there "
        + $"({BoardContender.Seen}: the real orchestrator runs and watches connections; {BoardContender.Unseen}: nobody watches, the default lease of {LeaseSeconds:F0} s runs out). "
        + "SIGSTOP 1 s into a task of 10 s until the second worker has taken over, SIGCONT after that one has finished, or 2 s into its work: whose result stands. Each on a server of its own; runs in parallel, for they sleep nearly all the time";

    protected override async Task MeasureAsync(IReadOnlyList<Contender> contenders, Figures figures, TextWriter output, CancellationToken cancellationToken)
    {
        Contender[] ours = [.. contenders.Where(contender => contender is BoardContender)];
        Contender[] peers = [.. contenders.Except(ours)];
        await RunAsync([.. ours.SelectMany(contender => Crashes(contender, figures, output, cancellationToken))]);
        await RunAsync([.. ours.SelectMany(contender => Stalls(contender, figures, output, cancellationToken))]);
        await RunAsync([.. peers.SelectMany(contender => Crashes(contender, figures, output, cancellationToken))]);
        await RunAsync([.. peers.SelectMany(contender => Stalls(contender, figures, output, cancellationToken))]);
    }

    protected override IEnumerable<Result> Judge(Figures figures) =>
    [
        Under(figures, CrashOf(BoardContender.Seen), "s", 1),
        Under(figures, CrashOf(BoardContender.Unseen), "s", LeaseSeconds),
        Never(figures, StallTrial.StaleOf(StallTrial.After)),
        Never(figures, StallTrial.StaleOf(StallTrial.During)),
    ];

    // Once is too often: the worst run counts, not the median.
    private static Result Never(Figures figures, string what) =>
        new($"{what} (worst of {figures.Runs(BoardContender.OurName, what).Count})", "times", figures.Runs(BoardContender.OurName, what) is { Count: > 0 } runs ? [runs.Max()] : [], 1);

    private static string CrashOf(string mode) => $"restart after SIGKILL, {mode}";

    // On a server that is given, agents of one trial would take the tasks of another.
    private async Task RunAsync(IReadOnlyList<Func<Task>> trials)
    {
        if (Options.Redis is null)
        {
            await Task.WhenAll(trials.Select(trial => trial()));
            return;
        }

        foreach (Func<Task> trial in trials)
        {
            await trial();
        }
    }

    private IEnumerable<Func<Task>> Crashes(Contender contender, Figures figures, TextWriter output, CancellationToken cancellationToken) =>
        from mode in contender.Crashes
        from run in Enumerable.Range(1, Options.Runs)
        select (Func<Task>)(() => TryAsync(contender, () => CrashAsync(contender, mode, run, figures, output, cancellationToken), output));

    private IEnumerable<Func<Task>> Stalls(Contender contender, Figures figures, TextWriter output, CancellationToken cancellationToken) =>
        from wake in new[] { StallTrial.After, StallTrial.During }
        from run in Enumerable.Range(1, Options.Runs)
        select (Func<Task>)(() => TryAsync(contender, () => StallAsync(contender, wake, run, figures, output, cancellationToken), output));

    private async Task CrashAsync(Contender contender, CrashMode mode, int run, Figures figures, TextWriter output, CancellationToken cancellationToken)
    {
        await using Trial trial = await Trial.StartAsync(contender, Options.Redis, cancellationToken);
        CrashOutcome outcome = await new CrashTrial(trial, mode, Starting).RunAsync(cancellationToken);
        if (outcome.Seconds is { } seconds)
        {
            figures.Add(contender.Name, CrashOf(mode.Name), "s", seconds);
        }

        string restart = outcome.Seconds is { } after
            ? after.ToString("F2", CultureInfo.InvariantCulture) + " s"
            : $"never within {mode.Longest.TotalSeconds:F0} s";
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"  run {run} SIGKILL {mode.Name,-8} {contender.Name,-14} restarted after {restart}; started {outcome.Starts} time(s); result: {outcome.Result}"));
    }

    private async Task StallAsync(Contender contender, string wake, int run, Figures figures, TextWriter output, CancellationToken cancellationToken)
    {
        await using Trial trial = await Trial.StartAsync(contender, Options.Redis, cancellationToken);
        StallOutcome outcome = await new StallTrial(trial, contender.Stall, wake, Starting).RunAsync(cancellationToken);
        if (outcome.Seconds is { } seconds)
        {
            figures.Add(contender.Name, $"takeover after SIGSTOP, {contender.Stall.Name}", "s", seconds);
            figures.Add(contender.Name, StallTrial.StaleOf(wake), "times", outcome.IsStale ? 1 : 0);
        }

        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"  run {run} SIGSTOP, wakes {wake,-6} {contender.Name,-14} {outcome.Story}"));
    }
}
