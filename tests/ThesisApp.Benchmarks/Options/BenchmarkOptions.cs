using System.Globalization;
using System.Net;
using ThesisApp.TestSupport.Programs;

namespace ThesisApp.Benchmarks.Options;

/// <summary>What the command line asks for.</summary>
internal sealed record BenchmarkOptions
{
    /// <summary>Every option with what it means, for the usage text.</summary>
    public static readonly IReadOnlyList<(string Form, string Meaning)> Forms =
    [
        ("--peers [DIR]", "measure the peers in DIR beside ours (default: shared/peers beside the repository)"),
        ("--only NAME,...", "which contenders, with --peers (default: thesisapp,bullmq,streams-1rtt,streams)"),
        ("--redis HOST:PORT", "measure ours on that server, which must hold no active runs, instead of fresh redis-servers"),
        ("--runs N", "runs of each measurement (default: 3)"),
        ("--quick", "speedup: one run, with one and with ten agents"),
        ("--http", "speedup: agents ask the simulated model over HTTP"),
        ("--compression N", "speedup: seconds of model time in one second (default: what suits each thesis)"),
        ("--seed N", "speedup: draws the times (default: 1)"),
    ];

    /// <summary>What is to be measured.</summary>
    public string Choice { get; init; } = "all";

    /// <summary>Folder of the peers, or null to measure ours alone.</summary>
    public string? Peers { get; init; }

    /// <summary>Names of contenders, or null for the usual ones.</summary>
    public IReadOnlyList<string>? Only { get; init; }

    /// <summary>A server that is there already, or null.</summary>
    public DnsEndPoint? Redis { get; init; }

    /// <summary>Runs of each measurement.</summary>
    public int Runs { get; init; } = 3;

    /// <summary>Speed-up: one run, with few numbers of agents.</summary>
    public bool Quick { get; init; }

    /// <summary>Speed-up: agents ask the simulated model over HTTP instead of waiting as long as one would take.</summary>
    public bool OverHttp { get; init; }

    /// <summary>Speed-up: how many seconds of model time pass in one second, or null for what suits each thesis.</summary>
    public int? Compression { get; init; }

    /// <summary>Speed-up: draws the times.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Whether a contender is to be measured that is among the usual ones.</summary>
    public bool Expects(string contender) => Peers is not null && (Only is null || Only.Contains(contender) || Only is ["all"]);

    /// <summary>Reads the command line.</summary>
    /// <exception cref="UsageException">It cannot be read; the message says what is wrong.</exception>
    public static BenchmarkOptions Parse(IReadOnlyList<string> arguments)
    {
        BenchmarkOptions options = new();
        for (int i = 0; i < arguments.Count; i++)
        {
            string argument = arguments[i];
            switch (argument)
            {
                case "--peers":
                    options = options with { Peers = HasValue(arguments, i) ? arguments[++i] : DefaultPeers() };
                    break;
                case "--only":
                    options = options with { Only = Value(arguments, ref i).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) };
                    break;
                case "--redis":
                    options = options with { Redis = ParseServer(Value(arguments, ref i)) };
                    break;
                case "--runs":
                    options = options with { Runs = ParseCount(Value(arguments, ref i)) };
                    break;
                case "--quick":
                    options = options with { Quick = true };
                    break;
                case "--http":
                    options = options with { OverHttp = true };
                    break;
                case "--compression":
                    options = options with { Compression = ParseCount(Value(arguments, ref i)) };
                    break;
                case "--seed":
                    options = options with { Seed = ParseCount(Value(arguments, ref i)) };
                    break;
                case ['-', ..]:
                    throw new UsageException($"There is no option {argument}.");
                default:
                    options = i == 0 ? options with { Choice = argument } : throw new UsageException($"'{argument}' is one argument too many.");
                    break;
            }
        }

        return options.Redis is not null && options.Peers is not null
            ? throw new UsageException("--redis measures ours alone: the peers need a fresh redis-server each run.")
            : options;
    }

    private static bool HasValue(IReadOnlyList<string> arguments, int i) => i + 1 < arguments.Count && !arguments[i + 1].StartsWith('-');

    private static string Value(IReadOnlyList<string> arguments, ref int i) =>
        HasValue(arguments, i) ? arguments[++i] : throw new UsageException($"{arguments[i]} needs a value.");

    private static DnsEndPoint ParseServer(string text)
    {
        int colon = text.LastIndexOf(':');
        return colon > 0 && int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int port)
            ? new DnsEndPoint(text[..colon], port)
            : throw new UsageException($"'{text}' is no HOST:PORT.");
    }

    private static int ParseCount(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count > 0
            ? count
            : throw new UsageException($"'{text}' is no number from 1.");

    private static string DefaultPeers() => Path.GetFullPath(Path.Combine(BuiltPrograms.Repository, "..", "shared", "peers"));
}
