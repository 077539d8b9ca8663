namespace ThesisApp.TestSupport.Programs;

/// <summary>How a test's system is set up.</summary>
public sealed record SystemSettings
{
    /// <summary>Agent processes.</summary>
    public int Agents { get; init; } = 4;

    /// <summary>A Redis of the test's own, or null for the embedded one.</summary>
    public string? Redis { get; init; }

    /// <summary>Pause in each task, so that there is time to do harm.</summary>
    public TimeSpan Pace { get; init; }

    /// <summary>How long a lease lasts without a heartbeat.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Whether results may come from the cache; a run that is to be disturbed must do its work.</summary>
    public bool Cache { get; init; }

    /// <summary>More environment variables.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>What agents and orchestrator read of this from their environment.</summary>
    /// <param name="mark">By which the processes are found again.</param>
    public Dictionary<string, string> ToEnvironment(string mark)
    {
        Dictionary<string, string> environment = new(Variables, StringComparer.Ordinal)
        {
            [ProgramProcess.MarkVariable] = mark,
            ["Coordination__LeaseDuration"] = Lease.ToString("c"),
            ["Agent__Pace"] = Pace.ToString("c"),
            ["Coordination__CacheRetention"] = Cache ? "1.00:00:00" : "00:00:00",
        };
        if (Redis is not null)
        {
            environment["ConnectionStrings__redis"] = Redis;
        }

        return environment;
    }
}
