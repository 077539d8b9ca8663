using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;
using ThesisApp.Coordination.Agents;
using ThesisApp.Coordination.Blackboard;
using ThesisApp.Coordination.Board;

namespace ThesisApp.Benchmarks.Ours;

/// <summary>A worker process: as many agents as asked for on the process's one connection.</summary>
internal static class WorkerVerb
{
    private static readonly TimeSpan BarrierPause = TimeSpan.FromMilliseconds(3);

    /// <summary>Works until the process is killed.</summary>
    /// <param name="services">The board.</param>
    /// <param name="concurrency">Number of agents.</param>
    /// <param name="barrier">A file to wait for, or <c>-</c>.</param>
    /// <param name="folder">Where to write when it was ready and when its first task began.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task RunAsync(ServiceProvider services, int concurrency, string barrier, string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        string process = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        TaskWork work = new(services.GetRequiredService<IBlackboard>(), services.GetRequiredService<IConnectionMultiplexer>());
        ContenderAgent[] agents =
        [
            .. Enumerable.Range(0, concurrency).Select(i => new ContenderAgent(
                $"{process}-{i}", services.GetRequiredService<ITaskBoard>(), services.GetRequiredService<IAgentRegistry>(), work)),
        ];
        foreach (ContenderAgent agent in agents)
        {
            await agent.AnnounceAsync(cancellationToken);
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "ready." + process), string.Empty, cancellationToken);
        while (barrier != "-" && !File.Exists(barrier))
        {
            await Task.Delay(BarrierPause, cancellationToken);
        }

        int started = 0;
        await Task.WhenAll(agents.Select(agent => Task.Run(() => agent.WorkAsync(OnFirst, cancellationToken), cancellationToken)));

        void OnFirst()
        {
            if (Interlocked.Exchange(ref started, 1) == 0)
            {
                File.WriteAllText(Path.Combine(folder, process), ContenderSettings.Text(ContenderSettings.Now()));
            }
        }
    }
}
