using System.Text.Json;
using ThesisApp.Benchmarks.Processes;

namespace ThesisApp.Benchmarks.Contenders;

/// <summary>BullMQ on Node.</summary>
internal sealed class BullContender(string peers) : Contender(BullContender.PeerName, Path.Combine(peers, "bullmq"))
{
    /// <summary>Its name in the tables.</summary>
    public const string PeerName = "bullmq";

    private static readonly Dictionary<string, string> Fast = new() { ["BULL_LOCK_MS"] = "5000", ["BULL_STALLED_MS"] = "5000" };
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(120);

    public override IReadOnlyList<CrashMode> Crashes { get; } = [new("fast", Fast, Longest), new("default", Nothing, Longest)];

    public override CrashMode Stall { get; } = new("fast", Fast, Longest);

    public override async Task<string> PrepareAsync(CancellationToken cancellationToken)
    {
        string package = Path.Combine(Folder, "node_modules", "bullmq", "package.json");
        if (!File.Exists(package))
        {
            // Not 'npm ci': the lock file may be another platform's. The direct dependencies' versions are exact.
            await ToolProcess.RunAsync(["npm", "install", "--no-audit", "--no-fund"], Folder, [], cancellationToken);
        }

        string node = await ToolProcess.RunAsync(["node", "--version"], Folder, [], cancellationToken);
        using JsonDocument description = JsonDocument.Parse(await File.ReadAllTextAsync(package, cancellationToken));
        return $"bullmq {description.RootElement.GetProperty("version").GetString()}, node {node}";
    }

    public override IReadOnlyList<string> Command(params string[] verb) => ["node", "peer.js", .. verb];

    public override Task<long> CountDoneAsync(Trial trial) => trial.Redis.Connection.GetDatabase().SortedSetLengthAsync("bull:q:completed");
}
