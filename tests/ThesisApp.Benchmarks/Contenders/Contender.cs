using StackExchange.Redis;

namespace ThesisApp.Benchmarks.Contenders;

/// <summary>A queue or orchestrator that is measured: programs with the verbs of the peers' README.</summary>
/// <param name="name">Its name in the tables.</param>
/// <param name="folder">Where its programs are.</param>
internal abstract class Contender(string name, string folder)
{
    private const int LogDatabase = 9;

    /// <summary>No variables.</summary>
    protected static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>();

    /// <summary>Its name in the tables.</summary>
    public string Name { get; } = name;

    /// <summary>Where its programs are; their working folder.</summary>
    public string Folder { get; } = folder;

    /// <summary>Number of no-ops; fewer for slow ones, so that a run stays below half a minute.</summary>
    public virtual int Tasks => 20_000;

    /// <summary>Number of tasks one at a time.</summary>
    public virtual int LatencyTasks => 2_000;

    /// <summary>Number of graphs.</summary>
    public virtual int Graphs => 500;

    /// <summary>Whether a worker process can do several tasks at once.</summary>
    public virtual bool HasConcurrency => true;

    /// <summary>Variables of all its processes.</summary>
    public virtual IReadOnlyDictionary<string, string> Environment => Nothing;

    /// <summary>Settings for the death of a worker.</summary>
    public abstract IReadOnlyList<CrashMode> Crashes { get; }

    /// <summary>Settings for the stall of a worker.</summary>
    public abstract CrashMode Stall { get; }

    /// <summary>Makes ready what it needs, once a benchmark.</summary>
    /// <returns>Its version.</returns>
    /// <exception cref="InvalidOperationException">It cannot be had here; the message says why.</exception>
    public abstract Task<string> PrepareAsync(CancellationToken cancellationToken);

    /// <summary>The command for a verb.</summary>
    public abstract IReadOnlyList<string> Command(params string[] verb);

    /// <summary>The command of a worker process.</summary>
    public virtual IReadOnlyList<string> WorkerCommand(string concurrency, string barrier, string startFolder, int index) =>
        Command("worker", concurrency, barrier, startFolder);

    /// <summary>More variables of a worker process.</summary>
    public virtual IReadOnlyDictionary<string, string> WorkerEnvironment(Trial trial) => Nothing;

    /// <summary>Number of results that are stored.</summary>
    public abstract Task<long> CountDoneAsync(Trial trial);

    /// <summary>Number of graphs whose last task has run.</summary>
    public virtual async Task<long> CountGraphsAsync(Trial trial) => (long)await Log(trial).StringGetAsync("dagdone");

    /// <summary>Starts and ends of long tasks, each as its words.</summary>
    public virtual Task<IReadOnlyList<string[]>> ListExecutionsAsync(Trial trial) => ReadAsync(Log(trial), "exec");

    /// <summary>Waits until the workers are up.</summary>
    public virtual Task ReadyAsync(Trial trial, string startFolder, int count, CancellationToken cancellationToken) =>
        trial.WaitForReadyFilesAsync(startFolder, count, cancellationToken);

    /// <summary>Lets workers begin that wait at the barrier.</summary>
    public virtual Task GoAsync(Trial trial, string barrier, int count, CancellationToken cancellationToken) =>
        File.WriteAllTextAsync(barrier, string.Empty, cancellationToken);

    /// <summary>When the first task began, or null if none has.</summary>
    public virtual Task<double?> FirstStartAsync(Trial trial, string startFolder) =>
        Task.FromResult<double?>(Trial.FirstStarts(startFolder) is { Count: > 0 } starts ? starts.Min() : null);

    /// <summary>Looks at the end whether all is as it should be.</summary>
    /// <exception cref="InvalidOperationException">It is not.</exception>
    public virtual Task VerifyGraphsAsync(Trial trial, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Leaves nothing behind on a server that stays.</summary>
    public virtual Task CleanAsync(Trial trial) => Task.CompletedTask;

    /// <summary>Entries of a list, each as its words.</summary>
    protected static async Task<IReadOnlyList<string[]>> ReadAsync(IDatabase database, string key) =>
        [.. (await database.ListRangeAsync(key)).Select(entry => entry.ToString().Split(' '))];

    private static IDatabase Log(Trial trial) => trial.Redis.Connection.GetDatabase(LogDatabase);
}
