namespace ThesisApp.Cli.Hosting;

/// <summary>How <c>generate</c> starts its own system.</summary>
/// <param name="StateFolder">Where the system keeps its data, logs and state.</param>
/// <param name="Agents">Agent processes.</param>
/// <param name="Port">The orchestrator's port; 0 for a free one.</param>
/// <param name="Redis">Connection string of a Redis to use instead of the embedded one, or null.</param>
/// <param name="Pool">The sandboxes that agents are started in, or null for plain processes that the host starts.</param>
internal sealed record LocalSystemOptions(string StateFolder, int Agents, int Port, string? Redis, PoolRequest? Pool)
{
    /// <summary>Where the AppHost writes what it runs.</summary>
    public string StateFile => Path.Combine(StateFolder, "host.json");

    /// <summary>Where the logs of all processes are.</summary>
    public string LogFolder => Path.Combine(StateFolder, "logs");
}
