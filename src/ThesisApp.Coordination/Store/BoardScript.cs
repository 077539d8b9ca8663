using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using StackExchange.Redis;

namespace ThesisApp.Coordination.Store;

/// <summary>A Lua script of the board, read from the assembly.</summary>
/// <param name="Name">Its file name without extension.</param>
/// <param name="Text">What is sent to the store that does not know it yet.</param>
internal sealed record BoardScript(string Name, string Text)
{
    /// <summary>What a store that knows the script is asked for it by.</summary>
    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "EVALSHA names scripts by their SHA-1 digest.")]
    public byte[] Digest { get; } = SHA1.HashData(Encoding.UTF8.GetBytes(Text));

    /// <summary>Keys that it is told behind those of the run, where runs may share keys (<see cref="StoreTopology.CanShareKeys"/>), and without which it does less.</summary>
    public RedisKey[] SharedKeys { get; private init; } = [];

    public static readonly BoardScript Create = OfRun("create", "take", "handover", "graph") with { SharedKeys = [GlobalKeys.Waiting, GlobalKeys.Runs, GlobalKeys.ActiveRuns] };
    public static readonly BoardScript Lease = OfRun("lease", "ending", "take", "leases");
    public static readonly BoardScript Wait = new("wait", Read("wait"));
    public static readonly BoardScript Heartbeat = OfRun("heartbeat", "ending", "leases");
    public static readonly BoardScript Complete = OfRun("complete", "ending", "take", "handover", "graph") with { SharedKeys = [GlobalKeys.Waiting, GlobalKeys.ActiveRuns] };
    public static readonly BoardScript Fail = OfRun("fail", "ending", "leases");
    public static readonly BoardScript Release = OfRun("release", "ending", "leases");
    public static readonly BoardScript Steer = OfRun("steer");
    public static readonly BoardScript Revive = OfRun("revive");
    public static readonly BoardScript Approve = OfRun("approve", "ending");
    public static readonly BoardScript Revise = OfRun("revise", "ending");
    public static readonly BoardScript Delete = OfRun("delete");
    public static readonly BoardScript Sweep = OfRun("sweep", "ending", "leases");
    public static readonly BoardScript Reclaim = OfRun("reclaim", "ending", "leases");
    public static readonly BoardScript Describe = OfRun("describe");
    public static readonly BoardScript Publish = OfRun("publish", "ending", "leases");
    public static readonly BoardScript Enlist = new("enlist", Read("enlist"));
    public static readonly BoardScript Announce = new("announce", Read("announce"));
    public static readonly BoardScript ListAgents = new("agents", Read("agents"));

    public static readonly BoardScript Demand = OfRun("demand");
    public static readonly BoardScript LeadPool = new("pool-lead", Read("pool-lead"));
    public static readonly BoardScript ResignPool = new("pool-resign", Read("pool-resign"));
    public static readonly BoardScript ClaimPlace = new("pool-claim", Read("pool-claim"));
    public static readonly BoardScript ForgetMember = new("pool-forget", Read("pool-forget"));

    public static readonly BoardScript AdmitCall = new("admit", Read("admit"));
    public static readonly BoardScript SettleCall = new("settle", Read("settle"));
    public static readonly BoardScript HoldCalls = new("hold", Read("hold"));

    public static readonly BoardScript Charge = new("charge", Read("charge"));
    public static readonly BoardScript Spent = new("spent", Read("spent"));
    public static readonly BoardScript Grant = new("grant", Read("grant"));

    // The prelude and the parts that the script calls for, in front of it.
    private static BoardScript OfRun(string name, params string[] parts) => new(name, string.Join('\n', [Read("prelude"), .. parts.Select(Read), Read(name)]));

    private static string Read(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name + ".lua")
            ?? throw new InvalidOperationException($"The script {name}.lua is not embedded in the assembly.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
