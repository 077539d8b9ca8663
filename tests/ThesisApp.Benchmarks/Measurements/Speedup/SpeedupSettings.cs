using System.Globalization;

namespace ThesisApp.Benchmarks.Measurements.Speedup;

/// <summary>How the speed-up is measured.</summary>
internal sealed record SpeedupSettings
{
    /// <summary>The options, for the usage text.</summary>
    public const string Usage = "speedup [--redis HOST:PORT] [--quick] [--compression N] [--runs N] [--seed N]";

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

    /// <summary>Runs with a number of agents.</summary>
    public int RunsWith(int agents) => agents <= FewAgents ? 1 : Runs;

    /// <summary>Reads the options; null if they cannot be read.</summary>
    public static SpeedupSettings? Parse(IReadOnlyList<string> arguments)
    {
        SpeedupSettings settings = new();
        for (int i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] == "--quick")
            {
                settings = settings with { Runs = 1, Agents = [1, Asked] };
                continue;
            }

            string? value = i + 1 < arguments.Count ? arguments[i + 1] : null;
            bool isNumber = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0;
            switch (arguments[i++])
            {
                case "--redis" when value is not null:
                    settings = settings with { Redis = value };
                    break;
                case "--compression" when isNumber:
                    settings = settings with { Compression = number };
                    break;
                case "--runs" when isNumber:
                    settings = settings with { Runs = number };
                    break;
                case "--seed" when isNumber:
                    settings = settings with { Seed = number };
                    break;
                default:
                    return null;
            }
        }

        return settings;
    }
}
