namespace ThesisApp.Benchmarks.Contenders;

/// <summary>A bare consumer group on a stream: near the limit of what Redis can do, with nothing of what makes a queue safe.</summary>
/// <param name="name">Its name in the tables.</param>
/// <param name="peers">Folder of the peers.</param>
/// <param name="oneRoundTrip">Whether a script completes a task and fetches the next one.</param>
internal sealed class StreamsContender(string name, string peers, bool oneRoundTrip) : DotNetContender(name, Path.Combine(peers, "streams"))
{
    /// <summary>Name of the one with a script.</summary>
    public const string OneRoundTrip = "streams-1rtt";

    /// <summary>Name of the one without.</summary>
    public const string Plain = "streams";

    private static readonly Dictionary<string, string> Fast = new() { ["ST_LEASE_MS"] = "5000" };
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    public override IReadOnlyDictionary<string, string> Environment { get; } =
        oneRoundTrip ? new Dictionary<string, string> { ["ST_ONE_RTT"] = "1" } : Nothing;

    public override IReadOnlyList<CrashMode> Crashes { get; } = [new("fast", Fast, Longest)];

    public override CrashMode Stall { get; } = new("fast", Fast, Longest);

    protected override string AssemblyName => "streampeer";

    public override Task<long> CountDoneAsync(Trial trial) => trial.Redis.Connection.GetDatabase().HashLengthAsync("results");
}
