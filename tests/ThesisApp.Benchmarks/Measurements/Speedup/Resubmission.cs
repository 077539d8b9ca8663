using System.Globalization;
using ThesisApp.Benchmarks.Options;
using ThesisApp.Benchmarks.Processes;
using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Benchmarks.Measurements.Speedup;

/// <summary>The property of a build: a finished specification is submitted again, and then with one section's brief changed.</summary>
internal sealed class Resubmission(BenchmarkOptions options) : IMeasurement
{
    private const int Agents = 10;
    private const double ShareOfTime = 0.05;
    private const double ShareOfTasks = 0.2;
    private const string Added = " What of it is disputed.";

    // One section of each kind of chapter: the first, some that others build on, one near the end.
    private static readonly string[] Changed = ["background", "history", "compression", "constructs", "practice"];

    public async Task<IReadOnlyList<Result>> RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        SpeedupThesis thesis = SpeedupThesis.Large with { Compression = options.Compression ?? SpeedupThesis.Large.Compression };
        await using AssumedModel model = new(options.Seed);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"\nresubmission: {thesis.Name}; {Agents} agents, each a process, and one orchestrator, with the result cache; a redis-server of its own; from submission to the end of the run by the store's clock; 1 second stands for {thesis.Compression} s of model time"));
        await output.WriteLineAsync($"  a model's time: {model.Pace}");
        await using RedisServerFixture store = await OwnRedis.StartAsync();

        await using SpeedupSystem system = await SpeedupSystem.StartAsync(store.ConnectionString, model, cancellationToken, cache: true);
        await system.UseAgentsAsync(Agents, thesis, cancellationToken);
        SpeedupRun first = await system.WriteAsync(thesis, cancellationToken);
        await PrintAsync(output, "first", first);

        List<double> times = [];
        for (int i = 0; i < options.Runs; i++)
        {
            SpeedupRun again = await system.WriteAsync(thesis, cancellationToken);
            await PrintAsync(output, "the same again", again);
            times.Add(again.Seconds / first.Seconds);
        }

        List<double> redone = [];
        foreach (string section in Changed)
        {
            SpeedupRun changed = await system.WriteAsync(thesis.WithBrief(section, Added), cancellationToken);
            await PrintAsync(output, $"with another brief of '{section}'", changed);
            redone.Add(Made(changed) / (double)changed.Tasks.Count);
        }

        return
        [
            new Result("time of a finished specification that is submitted again, over the first time", "times", times, ShareOfTime),
            new Result("tasks done again where one section's brief has changed, over all", "times", redone, ShareOfTasks),
        ];
    }

    private static int Made(SpeedupRun run) => run.Tasks.Count(task => !task.FromCache);

    private static async Task PrintAsync(TextWriter output, string what, SpeedupRun run)
    {
        string kinds = string.Join(", ", run.Tasks.Where(task => !task.FromCache).GroupBy(task => task.Kind, StringComparer.Ordinal).Select(group => $"{group.Count()} {group.Key}"));
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {what}: {run.Seconds:F2} s, {Made(run)} of {run.Tasks.Count} tasks done{(kinds.Length > 0 ? $" ({kinds})" : string.Empty)}"));
    }
}
