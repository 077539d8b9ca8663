namespace ThesisApp.Contracts;

/// <summary>Names of the application's resources: the AppHost declares them, services find each other by them.</summary>
public static class ResourceNames
{
    /// <summary>The shared state.</summary>
    public const string Redis = "redis";

    /// <summary>The web service that owns runs.</summary>
    public const string Orchestrator = "orchestrator";

    /// <summary>A worker; replicated.</summary>
    public const string Agent = "agent";

    /// <summary>The optional chat model's connection string.</summary>
    public const string Chat = "chat";

    /// <summary>The optional connection string of a model that makes embeddings.</summary>
    public const string Embeddings = "embeddings";

    /// <summary>The connection string by which agents in sandboxes reach the shared Redis, where it is not the orchestrator's own: another user, with fewer rights.</summary>
    public const string AgentsRedis = "redisAgents";

    /// <summary>The connection string of the user that makes users at the shared Redis, one for each run, where runs are kept apart.</summary>
    public const string UsersRedis = "redisUsers";
}
