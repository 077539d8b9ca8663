namespace ThesisApp.Chaos.Faults;

/// <summary>What can be done to the system.</summary>
internal enum FaultKind
{
    /// <summary>SIGKILL of an agent.</summary>
    AgentKilled,

    /// <summary>SIGSTOP of an agent, SIGCONT after its lease has run out.</summary>
    AgentStalled,

    /// <summary>An agent that gets no more memory than it has, for a while.</summary>
    AgentOutOfMemory,

    /// <summary>An agent that cannot write a byte to any file, for a while.</summary>
    AgentDiskFull,

    /// <summary>SIGKILL of an orchestrator.</summary>
    OrchestratorKilled,

    /// <summary>SIGSTOP of an orchestrator, SIGCONT some time later.</summary>
    OrchestratorStalled,

    /// <summary>SIGKILL of Redis; it starts again with its append-only file.</summary>
    RedisKilled,

    /// <summary>SIGTERM of Redis; it starts again with its append-only file.</summary>
    RedisTerminated,

    /// <summary>SIGKILL of Redis, and the last seconds of its append-only file are gone, as after a power cut with <c>appendfsync everysec</c>.</summary>
    RedisPowerCut,

    /// <summary>Redis cannot write to its append-only file, and refuses writes.</summary>
    RedisDiskFull,

    /// <summary>Redis has reached <c>maxmemory</c>, and refuses writes.</summary>
    RedisMemoryFull,

    /// <summary>DEBUG SLEEP: Redis stands still.</summary>
    RedisSlow,

    /// <summary>CLIENT PAUSE: Redis takes requests and answers none.</summary>
    RedisPaused,

    /// <summary>CLIENT KILL of some connections.</summary>
    ConnectionsCut,
}
