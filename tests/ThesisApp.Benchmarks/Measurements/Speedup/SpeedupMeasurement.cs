using System.Globalization;
using ThesisApp.Benchmarks.Processes;
using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Benchmarks.Measurements.Speedup;

/// <summary>How much faster a thesis is written by more agents, beside what its graph allows.</summary>
internal sealed class SpeedupMeasurement(SpeedupSettings settings) : IMeasurement
{
    private const double ShareOfBound = 0.95;
    private const double TimesOne = 8;
    private const int Seeds = 1_000;

    public async Task<IReadOnlyList<Result>> RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"\nspeedup: {string.Join(", ", settings.Agents.Select(agents => $"{agents} agents in {settings.RunsWith(agents)} runs"))}, each a process, and one orchestrator, no caches; seed {settings.Seed}; "
            + $"store: {settings.Redis ?? "a redis-server of its own, appendonly, everysec"}; fresh agents for each number, warmed up by runs that wait for no model; from submission to the end of the run by the store's clock"));
        await using ISpeedupModel model = settings.OverHttp ? await ModelOverHttp.StartAsync(settings.Seed, cancellationToken) : new AssumedModel(settings.Seed);
        await output.WriteLineAsync($"  a model's time: {model.Pace}");
        if (settings.Redis is { } given)
        {
            return await MeasureAsync(output, model, given, cancellationToken);
        }

        await using RedisServerFixture store = await OwnRedis.StartAsync();
        return await MeasureAsync(output, model, store.ConnectionString, cancellationToken);
    }

    private async Task<IReadOnlyList<Result>> MeasureAsync(TextWriter output, ISpeedupModel model, string redis, CancellationToken cancellationToken)
    {
        List<Result> results = [];
        await using SpeedupSystem system = await SpeedupSystem.StartAsync(redis, model, cancellationToken);
        foreach (SpeedupThesis thesis in new[] { SpeedupThesis.Large, SpeedupThesis.DefaultTemplate }.Select(thesis => thesis with { Compression = settings.Compression ?? thesis.Compression }))
        {
            await output.WriteLineAsync($"\n  {thesis.Name}; 1 second stands for {thesis.Compression} s of model time");
            SpeedupTable table = new(model, thesis, await WriteAsync(output, system, thesis, cancellationToken));
            await table.PrintAsync(output);
            if (!settings.OverHttp)
            {
                await PrintOtherDrawsAsync(output, thesis);
            }

            results.Add(new Result($"time over the graph's bound with {SpeedupSettings.Asked} agents, {thesis.Name}", "times", table.OverBound(SpeedupSettings.Asked), Math.Round(1 / ShareOfBound, 3)));
            results.Add(new Result($"time with {SpeedupSettings.Asked} agents over time with one, {thesis.Name}", "times", table.OverOne(SpeedupSettings.Asked), 1 / TimesOne));
        }

        return results;
    }

    private async Task<Dictionary<int, IReadOnlyList<SpeedupRun>>> WriteAsync(TextWriter output, SpeedupSystem system, SpeedupThesis thesis, CancellationToken cancellationToken)
    {
        Dictionary<int, IReadOnlyList<SpeedupRun>> runs = [];
        foreach (int agents in settings.Agents)
        {
            await system.UseAgentsAsync(agents, thesis, cancellationToken);
            List<SpeedupRun> all = [];
            for (int i = 0; i < settings.RunsWith(agents); i++)
            {
                all.Add(await system.WriteAsync(thesis, cancellationToken));
            }

            runs[agents] = all;
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {agents} agents: {string.Join(", ", all.Select(run => run.Seconds.ToString("F2", CultureInfo.InvariantCulture)))} s"));
        }

        return runs;
    }

    private static async Task PrintOtherDrawsAsync(TextWriter output, SpeedupThesis thesis)
    {
        IReadOnlyList<(double Speedup, double Share)> draws = OtherDraws.Of(thesis.Outline, SpeedupSettings.Asked, Seeds);
        double[] speedups = [.. draws.Select(draw => draw.Speedup)];
        double[] shares = [.. draws.Select(draw => draw.Share)];
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"  computed for {Seeds} other draws of the times, {SpeedupSettings.Asked} agents in the board's order: speed-up median {Statistics.Percentile(speedups, 0.5):F2}, 5 % {Statistics.Percentile(speedups, 0.05):F2}, "
            + $"least {speedups.Min():F2}; share of the bound median {Statistics.Percentile(shares, 0.5):P1}, 5 % {Statistics.Percentile(shares, 0.05):P1}"));
    }
}
