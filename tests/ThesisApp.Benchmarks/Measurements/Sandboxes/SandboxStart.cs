using System.Globalization;
using ThesisApp.Benchmarks.Contenders;
using ThesisApp.Benchmarks.Options;
using ThesisApp.Benchmarks.Processes;
using ThesisApp.Contracts.Runs;
using ThesisApp.Sandboxes;
using ThesisApp.TestSupport.Containers;
using ThesisApp.TestSupport.Programs;
using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Benchmarks.Measurements.Sandboxes;

/// <summary>
/// How long a pool without a sandbox takes from a thesis's submission to its first lease, and what memory a sandbox then takes: by the kind of sandbox, and with the agent compiling itself or compiled ahead of time.
/// </summary>
internal sealed class SandboxStart(BenchmarkOptions options) : IMeasurement
{
    // Between the first lease and the look at the memory, with the run ended: an agent that waits for work.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    public async Task<IReadOnlyList<Result>> RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        await PublishedProgram.Agent.PublishAsync(cancellationToken);
        await output.WriteLineAsync(
            "\nsandbox: a pool of at most one sandbox, none of which is there; from the submission of the sample thesis to its first lease by the store's clock, the orchestrator's decision included; then the run is cancelled, "
            + $"and a second later the memory of all processes in the sandbox is read (resident, and proportionally), without the sandbox's keeper; medians of {options.Runs} [least..most]");
        await using RedisServerFixture store = await OwnRedis.StartAsync();

        await using DockerEngine engine = new();
        await output.WriteLineAsync("  | sandbox | agent | to the first lease, ms | resident, MB | proportional, MB |\n  |---|---|---|---|---|");
        foreach (string kind in SandboxKinds.All)
        {
            (IReadOnlyList<SandboxVariant> variants, string? missing) = await SandboxVariants.OfAsync(kind, engine, cancellationToken);
            if (missing is not null)
            {
                await output.WriteLineAsync($"  | {kind} | not measured: {missing} | | | |");
            }

            foreach (SandboxVariant variant in variants)
            {
                List<Start> starts = await MeasureAsync(store, variant, cancellationToken);
                await output.WriteLineAsync($"  | {kind} | {variant.Form} | {Spread(starts, start => start.Milliseconds)} | {Spread(starts, start => start.Resident)} | {Spread(starts, start => start.Proportional)} |");
            }
        }

        return [];
    }

    private async Task<List<Start>> MeasureAsync(RedisServerFixture store, SandboxVariant variant, CancellationToken cancellationToken)
    {
        await store.EmptyAsync();
        await using PoolSystem system = new(new SystemSettings { Redis = store.ConnectionString, Lease = TimeSpan.FromSeconds(10) });
        (_, RunsOf runs) = system.StartOrchestrator(1, [.. variant.Settings, ("Sandboxes__Kind", variant.Kind), ("Pool__CoolDown", "00:00:02"), ("Pool__EndsWithOrchestrator", "true")]);
        List<Start> starts = [];
        for (int i = 0; i < options.Runs; i++)
        {
            string id = await runs.SubmitSampleAsync(cancellationToken);
            List<RunEvent> events = await runs.ListEventsUpToAsync(id, happened => happened.Type == RunEventTypes.TaskLeased, cancellationToken);
            RunInfo run = await runs.CancelAsync(id, cancellationToken);
            await Task.Delay(Rest, cancellationToken);
            int[] processes = [.. system.Processes.Where(process => !process.Contains("ThesisApp.Orchestrator", StringComparison.Ordinal)).Select(process => int.Parse(process.Split(' ')[0], CultureInfo.InvariantCulture))];
            (double Resident, double Proportional)[] memories = [.. processes.Select(ProcessFamily.OwnMemory)];
            starts.Add(new Start((events[^1].At - run.CreatedAt).TotalMilliseconds, memories.Sum(memory => memory.Resident), memories.Sum(memory => memory.Proportional)));
            await Eventually.TrueAsync(() => system.Processes.Count <= 1, () => "the sandbox's end", cancellationToken);
        }

        return starts;
    }

    private static string Spread(List<Start> starts, Func<Start, double> figure)
    {
        double[] figures = [.. starts.Select(figure)];
        return string.Create(CultureInfo.InvariantCulture, $"{Statistics.Percentile(figures, 0.5):F0} [{figures.Min():F0}..{figures.Max():F0}]");
    }

    private sealed record Start(double Milliseconds, double Resident, double Proportional);
}
