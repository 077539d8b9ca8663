using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;
using ThesisApp.Coordination.Agents;
using ThesisApp.Coordination.Blackboard;
using ThesisApp.Coordination.Board;
using ThesisApp.Coordination.Cache;
using ThesisApp.Coordination.Chapters;
using ThesisApp.Coordination.Events;
using ThesisApp.Coordination.Pool;
using ThesisApp.Coordination.RateLimits;
using ThesisApp.Coordination.Revisions;
using ThesisApp.Coordination.Runs;
using ThesisApp.Coordination.Upkeep;
using ThesisApp.Coordination.Usage;
using ThesisApp.Core.Graph;
using ThesisApp.TestSupport.Programs;
using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests;

/// <summary>The coordination services as one process has them.</summary>
internal sealed class CoordinationHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    /// <param name="store">The store.</param>
    /// <param name="configure">Changes options.</param>
    /// <param name="connection">A connection of the host's own, or null for the one of all.</param>
    /// <param name="time">Its clock, or null for the system's.</param>
    public CoordinationHost(StoreFixture store, Action<CoordinationOptions>? configure = null, IConnectionMultiplexer? connection = null, TimeProvider? time = null)
    {
        store.SkipIfMissing();
        ServiceCollection services = new();
        services.AddLogging();
        services.AddMetrics();
        services.AddSingleton(time ?? TimeProvider.System);
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddSingleton(connection ?? store.Connection);
        services.AddCoordination().Configure(options =>
        {
            options.RetryBaseDelay = TimeSpan.FromMilliseconds(1);
            options.RetryMaxDelay = TimeSpan.FromMilliseconds(1);
            configure?.Invoke(options);
        });
        _services = services.BuildServiceProvider();
    }

    public ITaskBoard Board => _services.GetRequiredService<ITaskBoard>();

    /// <summary>Ends once that many agents of this process have found nothing and wait.</summary>
    public Task WaitingAsync(int agents, CancellationToken cancellationToken) =>
        Eventually.TrueAsync(() => _services.GetRequiredService<WorkSignal>().Waiting == agents, () => $"{agents} agents that wait", cancellationToken);

    internal WaitingAgents WaitingAgents => _services.GetRequiredService<WaitingAgents>();

    public IRunStore Runs => _services.GetRequiredService<IRunStore>();

    public IRunRevisions Revisions => _services.GetRequiredService<IRunRevisions>();

    public IBlackboard Blackboard => _services.GetRequiredService<IBlackboard>();

    public IResultCache Cache => _services.GetRequiredService<IResultCache>();

    public IRateLimiter RateLimits => _services.GetRequiredService<IRateLimiter>();

    public IUsageLedger Usage => _services.GetRequiredService<IUsageLedger>();

    public IDistributedCache Answers => _services.GetRequiredService<IDistributedCache>();

    public IEventLog Events => _services.GetRequiredService<IEventLog>();

    public IAgentRegistry Agents => _services.GetRequiredService<IAgentRegistry>();

    public IRunUpkeep Upkeep => _services.GetRequiredService<IRunUpkeep>();

    public IPoolStore Pools => _services.GetRequiredService<IPoolStore>();

    public IBoundBoard Bound => _services.GetRequiredService<IBoundBoard>();

    public IChapterWork ChapterWork => _services.GetRequiredService<IChapterWork>();

    public IAgentWatch Watch => _services.GetRequiredService<IAgentWatch>();

    public static TaskDefinition Task(string id, params string[] needs) => new() { Id = id, Kind = "test", Title = id, Needs = needs };

    public async Task<string> CreateRunAsync(CancellationToken cancellationToken, params TaskDefinition[] tasks)
    {
        string id = $"r{Guid.NewGuid():N}";
        await Runs.CreateAsync(new NewRun { Id = id, Title = "A run", Tasks = tasks }, cancellationToken);
        return id;
    }

    public async ValueTask DisposeAsync() => await _services.DisposeAsync();
}
