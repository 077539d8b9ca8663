using System.Globalization;
using ThesisApp.Benchmarks.Options;

namespace ThesisApp.Benchmarks.Measurements.Speedup;

/// <summary>How the speed-up is measured.</summary>
internal sealed record SpeedupSettings
{
    /// <summary>The number of agents that the promises are about.</summary>
    public const int Asked = 10;

    // One or two agents are hardly ever idle: their time is the sum of the tasks' times, minutes of it, and the same each time.
    private const int FewAgents = 2;

    /// <summary>A Redis that is there already and holds no active runs, or null for one of the benchmark's own.</summary>
    public string? Redis { get; init; }

    /// <summary>How many seconds of model time pass in one second, or null for what suits each thesis.</summary>
    public int? Compression { get; init; }

    /// <summary>Runs with each number of agents that is large enough for them to differ.</summary>
    public int Runs { get; init; } = 3;

    /// <summary>Numbers of agents.</summary>
    public IReadOnlyList<int> Agents { get; init; } = [1, 2, 5, Asked, 20];

    /// <summary>Draws the times.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Whether the agents ask a simulated model over HTTP instead of waiting as long as one would take.</summary>
    public bool OverHttp { get; init; }

    /// <summary>Runs with a number of agents.</summary>
    public int RunsWith(int agents) => agents <= FewAgents ? 1 : Runs;

    /// <summary>What the command line asks for.</summary>
    public static SpeedupSettings Of(BenchmarkOptions options)
    {
        SpeedupSettings settings = new()
        {
            Redis = options.Redis is { } server ? string.Create(CultureInfo.InvariantCulture, $"{server.Host}:{server.Port}") : null,
            Compression = options.Compression,
            Seed = options.Seed,
            Runs = options.Runs,
            OverHttp = options.OverHttp,
        };
        return options.Quick ? settings with { Runs = 1, Agents = [1, Asked] } : settings;
    }
}
