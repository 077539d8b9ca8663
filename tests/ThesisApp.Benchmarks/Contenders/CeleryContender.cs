using System.Globalization;

namespace ThesisApp.Benchmarks.Contenders;

/// <summary>Celery with Redis as broker and for results.</summary>
/// <param name="name">Its name in the tables.</param>
/// <param name="pool">Its kind of workers.</param>
/// <param name="peers">Folder of the peers.</param>
internal sealed class CeleryContender(string name, string pool, string peers) : Contender(name, Path.Combine(peers, "celery"))
{
    private const int ResultDatabase = 1;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(150);

    public override int Tasks => 8_000;

    public override int Graphs => 60;

    public override bool HasConcurrency => pool != "solo";

    public override IReadOnlyList<CrashMode> Crashes { get; } = [new("fast", Safe("35"), Longest)];

    public override CrashMode Stall { get; } = new("fast", Safe("12"), Longest);

    public override Task<string> PrepareAsync(CancellationToken cancellationToken) => DebianPython.VersionAsync("celery", "celery", cancellationToken);

    public override IReadOnlyList<string> Command(params string[] verb) => [DebianPython.Executable, "cli.py", .. verb];

    // It has no barrier: workers listen to an empty queue until they are told of the full one.
    public override IReadOnlyList<string> WorkerCommand(string concurrency, string barrier, string startFolder, int index) =>
    [
        DebianPython.Executable, "-m", "celery", "-A", "tasks", "worker", "-P", pool, "-c", concurrency,
        "-Q", barrier == "-" ? "work" : "idle", "-n", string.Create(CultureInfo.InvariantCulture, $"w{index}@h"), "--loglevel=WARNING",
    ];

    public override Task ReadyAsync(Trial trial, string startFolder, int count, CancellationToken cancellationToken) =>
        trial.RunVerbAsync(null, cancellationToken, "ping", count.ToString(CultureInfo.InvariantCulture));

    public override Task GoAsync(Trial trial, string barrier, int count, CancellationToken cancellationToken) =>
        trial.RunVerbAsync(null, cancellationToken, "go", count.ToString(CultureInfo.InvariantCulture));

    public override async Task<long> CountDoneAsync(Trial trial) => (long)await trial.Redis.Connection.GetDatabase(ResultDatabase).ExecuteAsync("DBSIZE");

    private static Dictionary<string, string> Safe(string visibility) => new() { ["CELERY_SAFE"] = "1", ["CELERY_VIS_S"] = visibility };
}
