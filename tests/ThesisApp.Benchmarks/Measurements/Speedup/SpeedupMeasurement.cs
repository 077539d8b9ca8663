using System.Globalization;
using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Benchmarks.Measurements.Speedup;

/// <summary>How much faster a thesis is written by more agents, beside what its graph allows.</summary>
internal sealed class SpeedupMeasurement(SpeedupSettings settings) : IMeasurement
{
    private const int Asked = 10;
    private const double ShareOfBound = 0.95;
    private const double TimesOne = 8;
    private const int Seeds = 1_000;

    public async Task<IReadOnlyList<Result>> RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"\nspeedup: {settings.Runs} runs each with {string.Join(", ", settings.Agents)} agent processes and one orchestrator, no result cache; seed {settings.Seed}; 1 second stands for {settings.Compression} s of model time; "
            + $"store: {settings.Redis ?? "a redis-server of its own, appendonly, everysec"}; fresh agents for each number, warmed up by runs that wait for no model; from submission to the end of the run by the store's clock"));
        await output.WriteLineAsync($"  a model's time: {ModelTime.Assumptions}");
        if (settings.Redis is { } given)
        {
            return await MeasureAsync(output, given, cancellationToken);
        }

        await using RedisServerFixture store = new();
        await store.InitializeAsync();
        return store.SkipReason is { } reason ? throw new InvalidOperationException(reason) : await MeasureAsync(output, store.ConnectionString, cancellationToken);
    }

    private async Task<IReadOnlyList<Result>> MeasureAsync(TextWriter output, string redis, CancellationToken cancellationToken)
    {
        SpeedupThesis[] theses = [SpeedupThesis.Large, SpeedupThesis.DefaultTemplate];
        Dictionary<(SpeedupThesis, int), List<SpeedupRun>> runs = [];
        await using SpeedupSystem system = await SpeedupSystem.StartAsync(redis, settings, cancellationToken);
        foreach (int agents in settings.Agents)
        {
            await system.UseAgentsAsync(agents, theses, cancellationToken);
            foreach (SpeedupThesis thesis in theses)
            {
                List<SpeedupRun> all = runs[(thesis, agents)] = [];
                for (int i = 0; i < settings.Runs; i++)
                {
                    all.Add(await system.WriteAsync(thesis, cancellationToken));
                }

                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                    $"  {thesis.Name}; {agents} agents: {string.Join(", ", all.Select(run => run.Seconds.ToString("F2", CultureInfo.InvariantCulture)))} s"));
            }
        }

        List<Result> results = [];
        foreach (SpeedupThesis thesis in theses)
        {
            SpeedupTable table = new(settings, thesis, settings.Agents.ToDictionary(agents => agents, agents => (IReadOnlyList<SpeedupRun>)runs[(thesis, agents)]));
            await table.PrintAsync(output);
            await PrintOtherDrawsAsync(output, thesis);
            results.Add(new Result($"time over the graph's bound with {Asked} agents, {thesis.Name}", "times", table.OverBound(Asked), 1 / ShareOfBound));
            results.Add(new Result($"time with {Asked} agents over time with one, {thesis.Name}", "times", table.OverOne(Asked), 1 / TimesOne));
        }

        return results;
    }

    private static async Task PrintOtherDrawsAsync(TextWriter output, SpeedupThesis thesis)
    {
        IReadOnlyList<(double Speedup, double Share)> draws = OtherDraws.Of(thesis.Outline, Asked, Seeds);
        double[] speedups = [.. draws.Select(draw => draw.Speedup)];
        double[] shares = [.. draws.Select(draw => draw.Share)];
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"  computed for {Seeds} other draws of the times, {Asked} agents in the board's order: speed-up median {Statistics.Percentile(speedups, 0.5):F2}, 5 % {Statistics.Percentile(speedups, 0.05):F2}, "
            + $"least {speedups.Min():F2}; share of the bound median {Statistics.Percentile(shares, 0.5):P1}, 5 % {Statistics.Percentile(shares, 0.05):P1}"));
    }
}
