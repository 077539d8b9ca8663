using StackExchange.Redis;

namespace ThesisApp.Coordination.Store;

/// <summary>Keys that belong to no run.</summary>
internal static class GlobalKeys
{
    /// <summary>Sorted set: every run by the time of its creation (ms).</summary>
    public static readonly RedisKey Runs = "thesis:runs";

    /// <summary>Set: runs that may still hand out tasks; an index only, the truth is each run's state.</summary>
    public static readonly RedisKey ActiveRuns = "thesis:active";

    /// <summary>Sorted set: agents that wait for a task (handover.lua).</summary>
    public static readonly RedisKey Waiting = "thesis:waiting";

    /// <summary>Agents: their descriptions, and when they were heard of.</summary>
    public static readonly RedisKey[] Agents = ["{thesis:agents}:about", "{thesis:agents}:seen"];

    /// <summary>Score of each agent in the second of <see cref="Agents"/>.</summary>
    public static RedisKey AgentsSeen => Agents[1];

    /// <summary>Hash: the budget of a model endpoint.</summary>
    public static RedisKey RateLimit(string endpoint) => $"thesis:rate:{endpoint}";

    /// <summary>Hash: which orchestrator looks after a pool of sandboxes.</summary>
    public static RedisKey PoolLeader(string pool) => $"{{thesis:pool:{pool}}}:leader";

    /// <summary>Hash: the sandboxes of a pool.</summary>
    public static RedisKey PoolMembers(string pool) => $"{{thesis:pool:{pool}}}:members";

    /// <summary>The channel on which the board announces ready tasks, as <c>count:run</c>, and a run's end, as <c>0:run</c>.</summary>
    public static readonly RedisChannel Wake = RedisChannel.Literal("thesis:wake");

    /// <summary>The channel on which the board hands tasks to the waiting agents of one process.</summary>
    public static RedisChannel HandOver(string process) => RedisChannel.Literal($"thesis:handover:{process}");

    /// <summary>The channel on which the board tells that a run has ended, and by what.</summary>
    public static readonly RedisChannel Ended = RedisChannel.Literal("thesis:ended");
}
