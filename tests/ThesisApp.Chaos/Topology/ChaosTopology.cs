using System.Globalization;
using ThesisApp.TestSupport.Processes;
using ThesisApp.TestSupport.Programs;

namespace ThesisApp.Chaos;

/// <summary>One Redis, two orchestrators and six agents, all of them processes that are started again when they die.</summary>
internal sealed class ChaosTopology : IAsyncDisposable
{
    public const int OrchestratorCount = 2;
    public const int AgentCount = 6;
    public const double LeaseSeconds = 3;

    private const int LeastPaceMilliseconds = 50;
    private const int PaceStepMilliseconds = 20;

    private readonly string _mark;

    private ChaosTopology(string folder, RedisServer redis, string mark)
    {
        _mark = mark;
        Redis = redis;
        SystemSettings settings = new() { Redis = redis.ConnectionString, Lease = TimeSpan.FromSeconds(LeaseSeconds) };
        string logs = Directory.CreateDirectory(Path.Combine(folder, "logs")).FullName;
        Urls = [.. Enumerable.Range(0, OrchestratorCount).Select(_ => new Uri($"http://127.0.0.1:{FreePort.Take()}"))];
        Orchestrators = [.. Urls.Select((url, index) => new Supervised(
            Name("orchestrator", index),
            BuiltPrograms.Orchestrator,
            _ => new(settings.ToEnvironment(mark)) { ["ASPNETCORE_URLS"] = url.ToString() },
            logs))];
        Agents = [.. Enumerable.Range(0, AgentCount).Select(index => new Supervised(
            Name("agent", index),
            BuiltPrograms.Agent,
            life => new(settings.ToEnvironment(mark))
            {
                // Each life has an id of its own, so that the event log tells them apart.
                ["AGENT_ID"] = $"{Name("agent", index)}.{life}",
                ["Agent__Pace"] = TimeSpan.FromMilliseconds(LeastPaceMilliseconds + (index * PaceStepMilliseconds)).ToString("c"),
            },
            logs))];
    }

    public RedisServer Redis { get; }

    public IReadOnlyList<Uri> Urls { get; }

    public IReadOnlyList<Supervised> Orchestrators { get; }

    public IReadOnlyList<Supervised> Agents { get; }

    /// <summary>Processes of it that run.</summary>
    public IReadOnlyList<string> Processes => ProcessTable.FindMarked(ProgramProcess.MarkVariable, _mark);

    public static async Task<ChaosTopology> StartAsync(string folder, CancellationToken cancellationToken)
    {
        string mark = Guid.NewGuid().ToString("N");
        RedisServer redis = await RedisServer.StartAsync(Path.Combine(folder, "redis"), mark, cancellationToken);
        return new ChaosTopology(folder, redis, mark);
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(Agents.Concat(Orchestrators).Select(program => program.DisposeAsync().AsTask()));
        await Redis.DisposeAsync();
    }

    private static string Name(string kind, int index) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{index + 1}");
}
