using System.Globalization;

namespace ThesisApp.Benchmarks.Ours;

/// <summary>What a contender process of ours reads from its environment, beside what every peer reads there.</summary>
internal static class ContenderSettings
{
    /// <summary>Port of the redis-server on loopback; the peers' variable.</summary>
    public const string PortVariable = "PEER_REDIS_PORT";

    /// <summary>Connection string of another server.</summary>
    public const string ServerVariable = "BENCHMARK_REDIS";

    /// <summary>What the ids of this trial's runs and its keys begin with.</summary>
    public const string RunVariable = "BENCHMARK_RUN";

    /// <summary>Connection string.</summary>
    public static string Server => Environment.GetEnvironmentVariable(ServerVariable)
        ?? $"127.0.0.1:{Environment.GetEnvironmentVariable(PortVariable) ?? "6379"}";

    /// <summary>What ids begin with.</summary>
    public static string Run => Environment.GetEnvironmentVariable(RunVariable) ?? "bench";

    /// <summary>Counts graphs whose last task was accepted.</summary>
    public static string GraphsDoneKey(string run) => $"benchmark:{run}:graphs";

    /// <summary>Starts and ends of long tasks, as <c>start|end|delivered PID SECONDS [OUTCOME]</c>.</summary>
    public static string ExecutionsKey(string run) => $"benchmark:{run}:executions";

    /// <summary>Seconds since 1970, as every contender tells times.</summary>
    public static double Now() => (TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalSeconds;

    /// <summary>A time as text.</summary>
    public static string Text(double seconds) => seconds.ToString("F6", CultureInfo.InvariantCulture);
}
