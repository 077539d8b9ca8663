using System.Globalization;

namespace ThesisApp.ModelSimulator;

/// <summary>How the simulated model behaves.</summary>
internal sealed record SimulatorOptions
{
    private const string Usage = "usage: --urls URL [--seed S] [--fault-rate R] [--faults NAME,...] [--first-token-ms A] [--tokens-per-second B] [--compress C] [--spread 0|1] [--fill 0|1] [--retry-after-ms M]";

    /// <summary>Where it listens.</summary>
    public required string Urls { get; init; }

    /// <summary>Chooses among the texts and among the faults: the same seed gives the same answers.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Probability of each fault, 0 to 1.</summary>
    public double FaultRate { get; init; }

    /// <summary>The faults that may happen; empty for all.</summary>
    public IReadOnlySet<string> Faults { get; init; } = new HashSet<string>();

    /// <summary>Milliseconds to the first token.</summary>
    public double FirstTokenMs { get; init; }

    /// <summary>Tokens a second after it; 0 for all at once.</summary>
    public double TokensPerSecond { get; init; }

    /// <summary>By how much time is compressed: 10 makes everything ten times faster.</summary>
    public double Compress { get; init; } = 1;

    /// <summary>Whether the time to the first token and the pace differ from answer to answer, as those of real endpoints do.</summary>
    public bool Spread { get; init; }

    /// <summary>Whether a section for which there are too few passages is brought to its length by sentences that cite nothing.</summary>
    public bool Fill { get; init; }

    /// <summary>What a 429 with Retry-After asks for, before compression.</summary>
    public double RetryAfterMs { get; init; } = 1_000;

    /// <summary>Reads a command line; says on <paramref name="error"/> what is wrong with it.</summary>
    /// <returns>The options, or null.</returns>
    public static SimulatorOptions? Read(string[] args, TextWriter error)
    {
        SimulatorOptions options = new() { Urls = string.Empty };
        for (int i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length || With(options, args[i], args[i + 1]) is not { } read)
            {
                error.WriteLine($"error: '{args[i]}' is not understood. {Usage}");
                return null;
            }

            options = read;
        }

        bool right = options is { Urls.Length: > 0, FaultRate: >= 0 and <= 1, FirstTokenMs: >= 0, TokensPerSecond: >= 0, Compress: > 0, RetryAfterMs: >= 0 };
        if (!right)
        {
            error.WriteLine($"error: a value is missing or out of its range. {Usage}");
        }

        return right ? options : null;
    }

    private static SimulatorOptions? With(SimulatorOptions options, string name, string value) => (name, double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)) switch
    {
        ("--urls", _) => options with { Urls = value },
        ("--faults", _) => options with { Faults = value.Split(',').ToHashSet(StringComparer.Ordinal) },
        ("--seed", true) => options with { Seed = (int)number },
        ("--fault-rate", true) => options with { FaultRate = number },
        ("--first-token-ms", true) => options with { FirstTokenMs = number },
        ("--tokens-per-second", true) => options with { TokensPerSecond = number },
        ("--compress", true) => options with { Compress = number },
        ("--spread", true) when number is 0 or 1 => options with { Spread = number == 1 },
        ("--fill", true) when number is 0 or 1 => options with { Fill = number == 1 },
        ("--retry-after-ms", true) => options with { RetryAfterMs = number },
        _ => null,
    };
}
