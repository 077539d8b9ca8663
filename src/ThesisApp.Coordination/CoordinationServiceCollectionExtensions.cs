using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
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
using ThesisApp.Coordination.Store;
using ThesisApp.Coordination.Upkeep;
using ThesisApp.Coordination.Usage;

namespace ThesisApp.Coordination;

/// <summary>Registers the coordination services.</summary>
public static class CoordinationServiceCollectionExtensions
{
    /// <summary>Adds the task board, the run store, the blackboard, the result cache, the shared rate limits, the event log, the agent registry, the upkeep of runs and agents and the pools of sandboxes. An <see cref="StackExchange.Redis.IConnectionMultiplexer"/> must be registered.</summary>
    public static OptionsBuilder<CoordinationOptions> AddCoordination(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<CoordinationMetrics>();
        services.AddSingleton<ScriptRunner>();
        services.AddSingleton<StoreTopology>();
        services.AddSingleton<ActiveRuns>();
        services.AddSingleton<Retirements>();
        services.AddSingleton<WorkSignal>();
        services.AddSingleton<WaitingAgents>();
        services.AddSingleton<RunLookout>();
        services.AddSingleton<RunNews>();
        services.AddSingleton<ITaskBoard, RedisTaskBoard>();
        services.AddSingleton<SubmittedInputs>();
        services.AddSingleton<IRunStore, RedisRunStore>();
        services.AddSingleton<IRunRevisions, RedisRunRevisions>();
        services.AddSingleton<IRunUpkeep, RedisRunUpkeep>();
        services.AddSingleton<AgentConnections>();
        services.AddSingleton<IAgentWatch, RedisAgentWatch>();
        services.AddSingleton<IBlackboard, RedisBlackboard>();
        services.AddSingleton<IResultCache, RedisResultCache>();
        services.AddSingleton<IRateLimiter, RedisRateLimiter>();
        services.AddSingleton<IUsageLedger, RedisUsageLedger>();
        services.AddSingleton<IDistributedCache, RedisAnswerCache>();
        services.AddSingleton<IEventLog, RedisEventLog>();
        services.AddSingleton<IAgentRegistry, RedisAgentRegistry>();
        services.AddSingleton<IPoolStore, RedisPoolStore>();
        services.AddSingleton<IBoundBoard, RedisBoundBoard>();
        services.AddSingleton<IChapterWork, RedisChapterWork>();

        services.AddSingleton<IValidateOptions<CoordinationOptions>, CoordinationOptionsValidator>();
        return services.AddOptions<CoordinationOptions>().BindConfiguration(CoordinationOptions.SectionName).ValidateOnStart();
    }
}
