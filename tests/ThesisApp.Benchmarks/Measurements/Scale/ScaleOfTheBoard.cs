using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;
using ThesisApp.Coordination;
using ThesisApp.Coordination.Board;
using ThesisApp.Coordination.Runs;
using ThesisApp.Core.Graph;
using ThesisApp.ServiceDefaults.Redis.Direct;
using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Benchmarks.Measurements.Scale;

/// <summary>How throughput, lease latency and memory grow with the number of tasks that the store holds: runs of fifty tasks, worked off by a thousand simulated agents.</summary>
/// <param name="most">Tasks in the largest step.</param>
internal sealed class ScaleOfTheBoard(int most) : IMeasurement
{
    private const int TasksOfRun = 50;
    private const int Agents = 1_000;
    private const int Processes = 8;
    private const int Probes = 2_000;
    private const double MostBytesOfTask = 2_048;
    private const double MostGrowth = 1.5;

    public async Task<IReadOnlyList<Result>> RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync(
            $"\nscale: runs of {TasksOfRun} tasks (a wide graph with two joins), all runs submitted before the agents start; {Agents} simulated agents on {Processes} connections; tasks take no time; redis-server with appendonly and everysec; "
            + $"then one agent alone leases and completes {Probes} tasks beside all that is stored");
        await using RedisServerFixture store = new();
        await store.InitializeAsync();
        if (store.SkipReason is not null)
        {
            await output.WriteLineAsync($"  left out. {store.SkipReason}");
            return [];
        }

        List<ServiceProvider> processes = [];
        try
        {
            for (int i = 0; i < Processes; i++)
            {
                processes.Add(await ConnectAsync(store, cancellationToken));
            }

            // The first calls compile what the others run.
            await ProbeAsync(processes[0], cancellationToken);
            long baseline = await UsedMemoryAsync(store);
            long stored = 0;
            List<(long Tasks, double Median, double Bytes)> steps = [];
            for (long size = 1_000; size <= most; size *= 10)
            {
                int runs = (int)((size - stored) / TasksOfRun);
                long start = Stopwatch.GetTimestamp();
                await SubmitAsync(processes, stored / TasksOfRun, runs, cancellationToken);
                TimeSpan submitted = Stopwatch.GetElapsedTime(start);

                SimulatedAgents crowd = new(processes, Agents);
                start = Stopwatch.GetTimestamp();
                await crowd.WorkAsync((long)runs * TasksOfRun, cancellationToken);
                TimeSpan worked = Stopwatch.GetElapsedTime(start);
                stored += (long)runs * TasksOfRun;

                double bytes = (await UsedMemoryAsync(store) - baseline) / (double)stored;
                List<double> alone = await ProbeAsync(processes[0], cancellationToken);
                steps.Add((stored, Statistics.Percentile(alone, 0.5), bytes));
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                    $"  {stored,9:N0} tasks in {stored / TasksOfRun,6:N0} runs: submitted at {runs / submitted.TotalSeconds:N0} runs/s; done at {runs * TasksOfRun / worked.TotalSeconds:N0} tasks/s; "
                    + $"{bytes:N0} bytes a task; lease alone p50 {Statistics.Percentile(alone, 0.5):F3} ms, p99 {Statistics.Percentile(alone, 0.99):F3} ms"));
            }

            return
            [
                new Result("memory in Redis a finished task, events included", "bytes", [steps[^1].Bytes], MostBytesOfTask),
                new Result($"lease latency at {steps[^1].Tasks:N0} tasks over that at {steps[0].Tasks:N0}", "times", [steps[^1].Median / steps[0].Median], MostGrowth),
            ];
        }
        finally
        {
            foreach (ServiceProvider process in processes)
            {
                await process.DisposeAsync();
            }
        }
    }

    private static async Task SubmitAsync(List<ServiceProvider> processes, long first, int count, CancellationToken cancellationToken) => await Parallel.ForAsync(
        0,
        count,
        new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = cancellationToken },
        async (i, token) => await processes[i % processes.Count].GetRequiredService<IRunStore>().CreateAsync(
            new NewRun { Id = string.Create(CultureInfo.InvariantCulture, $"scale-{first + i}"), Title = "A run of the scale benchmark", Tasks = Graph() }, token));

    // The times of leases that wait for nobody: what the store needs with so much in it.
    private static async Task<List<double>> ProbeAsync(ServiceProvider process, CancellationToken cancellationToken)
    {
        IRunStore runs = process.GetRequiredService<IRunStore>();
        ITaskBoard board = process.GetRequiredService<ITaskBoard>();
        string probe = $"probe-{Guid.NewGuid():N}";
        await runs.CreateAsync(
            new NewRun { Id = probe, Title = "Probe", Tasks = [.. Enumerable.Range(0, Probes).Select(i => Task(i))] }, cancellationToken);
        List<double> times = [];
        for (int i = 0; i < Probes; i++)
        {
            long start = Stopwatch.GetTimestamp();
            TaskLease lease = await board.LeaseAsync("probe", cancellationToken);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            await board.CompleteAsync(lease, new TaskResult(), takeNext: false, cancellationToken);
        }

        await runs.DeleteAsync(probe, cancellationToken);
        return times;
    }

    private static async Task<long> UsedMemoryAsync(RedisServerFixture store)
    {
        EndPoint endPoint = store.Connection.GetEndPoints()[0];
        IGrouping<string, KeyValuePair<string, string>>[] info = await store.Connection.GetServer(endPoint).InfoAsync("memory");
        return long.Parse(info.SelectMany(section => section).Single(entry => entry.Key == "used_memory").Value, CultureInfo.InvariantCulture);
    }

    // A thesis in small: much side by side, a join, a few more, a join.
    private static List<TaskDefinition> Graph()
    {
        List<TaskDefinition> tasks = [.. Enumerable.Range(0, 33).Select(i => Task(i)), Task(33, [.. Enumerable.Range(0, 33)])];
        tasks.AddRange(Enumerable.Range(34, 15).Select(i => Task(i, 33)));
        tasks.Add(Task(49, [.. Enumerable.Range(34, 15)]));
        return tasks;
    }

    private static TaskDefinition Task(int number, params int[] needs) => new()
    {
        Id = Name(number),
        Kind = "benchmark",
        Title = $"Task {number} of the scale benchmark",
        Needs = [.. needs.Select(Name)],
    };

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"task-{number}");

    private static async Task<ServiceProvider> ConnectAsync(RedisServerFixture store, CancellationToken cancellationToken)
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
