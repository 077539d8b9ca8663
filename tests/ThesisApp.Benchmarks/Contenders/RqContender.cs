namespace ThesisApp.Benchmarks.Contenders;

/// <summary>RQ.</summary>
/// <param name="name">Its name in the tables.</param>
/// <param name="mode"><c>fork</c> for a process a job, <c>simple</c> for none.</param>
/// <param name="peers">Folder of the peers.</param>
internal sealed class RqContender(string name, string mode, string peers) : Contender(name, Path.Combine(peers, "rq"))
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(150);
    private static readonly Dictionary<string, string> Safe = new() { ["RQ_SAFE"] = "1" };

    public override int Tasks => mode == "fork" ? 1_000 : 6_000;

    public override int LatencyTasks => mode == "fork" ? 300 : 2_000;

    public override int Graphs => mode == "fork" ? 20 : 60;

    public override bool HasConcurrency => false;

    public override IReadOnlyList<CrashMode> Crashes { get; } = [Cleaned];

    public override CrashMode Stall { get; } = Cleaned;

    // Its registries are cleaned by whoever asks for it.
    private static CrashMode Cleaned => new("fast", Safe, Longest) { Helper = trial => trial.StartHelper([DebianPython.Executable, "cli.py", "clean"], Safe) };

    public override Task<string> PrepareAsync(CancellationToken cancellationToken) => DebianPython.VersionAsync("rq", "python3-rq", cancellationToken);

    public override IReadOnlyList<string> Command(params string[] verb) => [DebianPython.Executable, "cli.py", .. verb];

    public override IReadOnlyList<string> WorkerCommand(string concurrency, string barrier, string startFolder, int index) =>
        Command("worker", mode, barrier, startFolder);

    public override Task<long> CountDoneAsync(Trial trial) => trial.Redis.Connection.GetDatabase().SortedSetLengthAsync("rq:finished:q");
}
