using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;
using ThesisApp.Coordination;
using ThesisApp.Coordination.Board;
using ThesisApp.Coordination.Runs;
using ThesisApp.Core.Graph;
using ThesisApp.ServiceDefaults.Redis.Direct;
using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Benchmarks.Measurements;

/// <summary>What the board costs between two leases: delivering a result and taking the next task, one script on loopback.</summary>
internal sealed class BoardRoundTrip : IMeasurement
{
    private const int Tasks = 1_000;
    private const int Runs = 7;
    private const int Width = 40;
    private const int ArtifactBytes = 8 * 1024;
    private const double TargetMilliseconds = 2;

    private static readonly int[] AgentCounts = [1, 4];

    public async Task<IReadOnlyList<Result>> RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync(
            $"\nboard: complete-and-take-next on loopback; {Tasks} tasks a run, two needs each, {Width} side by side, an artifact of {ArtifactBytes / 1024} KB from each; 1 run to warm up, then {Runs}; "
            + "Garnet with its append-only file and redis-server with appendonly and everysec, each in a process of its own; several agents have a connection each");
        List<Result> results = [];
        foreach ((string name, Func<StoreFixture> create) in new (string, Func<StoreFixture>)[] { ("Garnet", () => new GarnetServerProcess()), ("redis-server", () => new RedisServerFixture()) })
        {
            await using StoreFixture store = create();
            await store.InitializeAsync();
            if (store.SkipReason is not null)
            {
                await output.WriteLineAsync($"  {name}: left out. {store.SkipReason}");
                continue;
            }

            foreach (int agents in AgentCounts)
            {
                results.Add(await MeasureAsync(output, name, store, agents, cancellationToken));
            }
        }

        return results;
    }

    private static async Task<Result> MeasureAsync(TextWriter output, string name, StoreFixture store, int agents, CancellationToken cancellationToken)
    {
        List<double> medians = [];
        for (int i = 0; i <= Runs; i++)
        {
            List<double> times = await RunOnceAsync(store, agents, cancellationToken);
            if (i == 0)
            {
                continue;
            }

            medians.Add(Statistics.Percentile(times, 0.5));
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"  {name}, {Agents(agents)}, run {i}: median {medians[^1]:F3} ms, 95 % {Statistics.Percentile(times, 0.95):F3} ms, 99 % {Statistics.Percentile(times, 0.99):F3} ms, most {times.Max():F3} ms"));
        }

        return new Result($"lease to lease on {name}, {Agents(agents)}", "ms", medians, TargetMilliseconds);
    }

    private static string Agents(int count) => count == 1 ? "1 agent" : $"{count} agents";

    private static async Task<List<double>> RunOnceAsync(StoreFixture store, int agents, CancellationToken cancellationToken)
    {
        List<ServiceProvider> processes = [];
        try
        {
            for (int i = 0; i < agents; i++)
            {
                processes.Add(await ConnectAsync(store, cancellationToken));
            }

            IRunStore runs = processes[0].GetRequiredService<IRunStore>();
            string run = $"b{Guid.NewGuid():N}";
            await runs.CreateAsync(new NewRun { Id = run, Title = "Benchmark", Tasks = Graph() }, cancellationToken);

            using CancellationTokenSource ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            byte[] artifact = new byte[ArtifactBytes];
            BoardAgent[] workers = [.. processes.Select((process, i) => new BoardAgent(process.GetRequiredService<ITaskBoard>(), $"agent-{i}", artifact))];
            int done = 0;
            await Task.WhenAll(workers.Select(worker => worker.WorkAsync(IsLast, ended.Token)));
            cancellationToken.ThrowIfCancellationRequested();
            await runs.DeleteAsync(run, cancellationToken);
            return [.. workers.SelectMany(worker => worker.Milliseconds)];

            bool IsLast()
            {
                bool last = Interlocked.Increment(ref done) == Tasks;
                if (last)
                {
                    ended.Cancel();
                }

                return last;
            }
        }
        finally
        {
            foreach (ServiceProvider process in processes)
            {
                await process.DisposeAsync();
            }
        }
    }

    // Each task needs two of the row before: enough is ready at any time, and every result makes others ready.
    private static List<TaskDefinition> Graph() =>
    [
        .. Enumerable.Range(0, Tasks).Select(i => new TaskDefinition
        {
            Id = Name(i),
            Kind = "benchmark",
            Title = Name(i),
            Needs = i < Width ? [] : [Name(i - Width), Name(i - Width + ((i + 1) % Width == 0 ? 1 - Width : 1))],
        }),
    ];

    private static string Name(int i) => string.Create(CultureInfo.InvariantCulture, $"task-{i}");

    // Services of their own, as an agent process has them.
    private static async Task<ServiceProvider> ConnectAsync(StoreFixture store, CancellationToken cancellationToken)
    {
        IConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync(ConfigurationOptions.Parse(store.ConnectionString).UseDirectTransport()).WaitAsync(cancellationToken);
        ServiceCollection services = new();
        services.AddLogging();
        services.AddMetrics();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddSingleton(_ => connection);
        services.AddCoordination();
        return services.BuildServiceProvider();
    }
}
