namespace ThesisApp.Benchmarks.Contenders;

/// <summary>Hangfire with its Redis storage.</summary>
internal sealed class HangfireContender(string peers) : DotNetContender("hangfire", Path.Combine(peers, "hangfire"))
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(150);

    public override int Tasks => 6_000;

    public override int LatencyTasks => 500;

    public override int Graphs => 60;

    // One-at-a-time jobs got stuck for its default of three minutes on a wake-up that it missed.
    public override IReadOnlyDictionary<string, string> Environment { get; } = new Dictionary<string, string> { ["HF_FETCH_S"] = "1" };

    public override IReadOnlyList<CrashMode> Crashes { get; } = [new("fast", new Dictionary<string, string> { ["HF_FAST"] = "1" }, Longest)];

    public override CrashMode Stall { get; } = new("fast", new Dictionary<string, string> { ["HF_FAST"] = "1", ["HF_INVIS_S"] = "12" }, Longest);

    protected override string AssemblyName => "hfpeer";

    public override async Task<long> CountDoneAsync(Trial trial) =>
        await trial.Redis.Connection.GetDatabase().StringGetAsync("{hangfire}:stats:succeeded") is { HasValue: true } count ? (long)count : 0;
}
