using System.Diagnostics;
using System.Globalization;
using ThesisApp.Benchmarks.Contenders;
using ThesisApp.Benchmarks.Options;
using ThesisApp.Benchmarks.Processes;
using ThesisApp.Contracts.Runs;
using ThesisApp.TestSupport.Programs;
using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Benchmarks.Measurements.Sandboxes;

/// <summary>A burst of work by a pool that grows from nothing to twenty sandboxes and shrinks to nothing again, beside twenty agents that stand ready.</summary>
internal sealed class ElasticPool(BenchmarkOptions options) : IMeasurement
{
    private const int Most = 20;
    private const int Theses = 4;
    private const double Allowed = 1.1;

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(3);

    public async Task<IReadOnlyList<Result>> RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        await PublishedProgram.Agent.PublishAsync(cancellationToken);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"\nelastic: {Theses} sample theses at once, each task pausing for {Pace.TotalSeconds:F0} s; {Most} plain-process sandboxes that stand ready (min {Most}), or as many as the pool starts of none (min 0, max {Most}, its default settings); "
            + $"agent {PublishedProgram.Agent.Form}; a redis-server of its own; from the first submission to the last end by the store's clock, start-up included"));
        await using RedisServerFixture store = await OwnRedis.StartAsync();

        List<double> ratios = [];
        for (int run = 1; run <= options.Runs; run++)
        {
            Burst standing = await MeasureAsync(store, Most, cancellationToken);
            Burst elastic = await MeasureAsync(store, 0, cancellationToken);
            ratios.Add(elastic.Seconds / standing.Seconds);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"  run {run}: standing {standing.Seconds:F2} s; elastic {elastic.Seconds:F2} s with {elastic.Most} sandboxes at most, all gone {elastic.GoneAfter:F1} s after the end"));
        }

        return [new Result($"time of a pool of 0 to {Most} over that of {Most} standing agents", "times", ratios, Allowed)];
    }

    private static async Task<Burst> MeasureAsync(RedisServerFixture store, int min, CancellationToken cancellationToken)
    {
        await store.EmptyAsync();
        await using PoolSystem system = new(new SystemSettings { Redis = store.ConnectionString, Pace = Pace, Lease = TimeSpan.FromSeconds(10) });
        (_, RunsOf runs) = system.StartOrchestrator(
            Most,
            [
                .. PublishedAgent.Settings,
                ("Pool__Min", min.ToString(CultureInfo.InvariantCulture)),
                ("Pool__CoolDown", "00:00:10"), ("Pool__Term", "00:00:05"), ("Pool__Horizon", "00:00:01"),
                ("Pool__EndsWithOrchestrator", "true"),
            ]);
        await Eventually.TrueAsync(async token => (await runs.ListAgentsAsync(token)).Count == min, () => $"{min} agents", cancellationToken);

        string[] ids = await Task.WhenAll(Enumerable.Range(0, Theses).Select(_ => runs.SubmitSampleAsync(cancellationToken)));
        int most = 0;
        RunInfo[] ended = [];
        while (ended.Length < ids.Length)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500), cancellationToken);
            most = Math.Max(most, (await runs.ListAgentsAsync(cancellationToken)).Count);
            ended = [.. (await Task.WhenAll(ids.Select(id => runs.FindAsync(id, cancellationToken)))).Where(run => run.IsFinal)];
        }

        if (ended.FirstOrDefault(run => run.State != RunState.Succeeded) is { } failed)
        {
            throw new InvalidOperationException($"A run did not succeed: {failed}");
        }

        long end = Stopwatch.GetTimestamp();
        if (min == 0)
        {
            // The orchestrator stays.
            await Eventually.TrueAsync(() => system.Processes.Count <= 1, () => "the end of all sandboxes", cancellationToken);
        }

        return new Burst((ended.Max(run => run.FinishedAt!.Value) - ended.Min(run => run.CreatedAt)).TotalSeconds, most, Stopwatch.GetElapsedTime(end).TotalSeconds);
    }

    private sealed record Burst(double Seconds, int Most, double GoneAfter);
}
