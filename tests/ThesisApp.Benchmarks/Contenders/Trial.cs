using System.Globalization;
using System.Net;
using ThesisApp.Benchmarks.Ours;
using ThesisApp.Benchmarks.Processes;

namespace ThesisApp.Benchmarks.Contenders;

/// <summary>One run of one measurement with one contender: its server, its folder, its processes.</summary>
internal sealed class Trial : IAsyncDisposable
{
    private static readonly TimeSpan ReadyLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ReadyPause = TimeSpan.FromMilliseconds(10);

    // What the workers still do after they said that they are ready, such as their first look for work.
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(500);

    private readonly List<ToolProcess> _workers = [];

    private Trial(Contender contender, BenchmarkRedis redis) => (Contender, Redis) = (contender, redis);

    /// <summary>Who is measured.</summary>
    public Contender Contender { get; }

    /// <summary>The server.</summary>
    public BenchmarkRedis Redis { get; }

    /// <summary>What the ids of our runs begin with.</summary>
    public string Run { get; } = $"b{Guid.NewGuid().ToString("N")[..10]}";

    /// <summary>A folder of its own.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("thesis-benchmark-").FullName;

    /// <summary>Processes that belong to the measurement.</summary>
    public IEnumerable<int> Processes => [.. _workers.Select(worker => worker.Id), .. Redis.ProcessId is { } id ? [id] : Array.Empty<int>()];

    /// <summary>Starts the server.</summary>
    public static async Task<Trial> StartAsync(Contender contender, DnsEndPoint? server, CancellationToken cancellationToken) =>
        new(contender, await BenchmarkRedis.StartAsync(server, cancellationToken));

    /// <summary>Starts a worker process.</summary>
    public ToolProcess StartWorker(int concurrency, string barrier, string startFolder, int index = 0, IReadOnlyDictionary<string, string>? environment = null)
    {
        Directory.CreateDirectory(startFolder);
        Dictionary<string, string> variables = Variables(environment);
        variables["PEER_STARTDIR"] = startFolder;
        foreach ((string name, string value) in Contender.WorkerEnvironment(this))
        {
            variables[name] = value;
        }

        return Keep(ToolProcess.Start(Contender.WorkerCommand(concurrency.ToString(CultureInfo.InvariantCulture), barrier, startFolder, index), Contender.Folder, variables));
    }

    /// <summary>Starts a program of the contender's beside its workers.</summary>
    public ToolProcess StartHelper(IReadOnlyList<string> command, IReadOnlyDictionary<string, string>? environment = null) =>
        Keep(ToolProcess.Start(command, Contender.Folder, Variables(environment)));

    /// <summary>Runs a verb to its end.</summary>
    /// <returns>The last line that it printed.</returns>
    public Task<string> RunVerbAsync(IReadOnlyDictionary<string, string>? environment, CancellationToken cancellationToken, params string[] verb) =>
        ToolProcess.RunAsync(Contender.Command(verb), Contender.Folder, Variables(environment), cancellationToken);

    /// <summary>Waits until workers have said in their folder that they are ready.</summary>
    public async Task WaitForReadyFilesAsync(string startFolder, int count, CancellationToken cancellationToken)
    {
        long start = TimeProvider.System.GetTimestamp();
        while (Directory.EnumerateFiles(startFolder, "ready*").Count() < count)
        {
            if (TimeProvider.System.GetElapsedTime(start) > ReadyLimit)
            {
                throw new InvalidOperationException($"{Contender.Name}: the workers were not ready within {ReadyLimit.TotalSeconds:F0} s. {WorkersTail()}");
            }

            await Task.Delay(ReadyPause, cancellationToken);
        }

        await Task.Delay(Settling, cancellationToken);
    }

    /// <summary>When each worker began its first task, as they wrote it.</summary>
    public static IReadOnlyList<double> FirstStarts(string startFolder)
    {
        List<double> starts = [];
        foreach (string file in Directory.EnumerateFiles(startFolder))
        {
            string name = Path.GetFileName(file);
            if (!name.StartsWith("ready", StringComparison.Ordinal) && !name.StartsWith("first", StringComparison.Ordinal)
                && double.TryParse(File.ReadAllText(file), NumberStyles.Float, CultureInfo.InvariantCulture, out double start))
            {
                starts.Add(start);
            }
        }

        return starts;
    }

    /// <summary>The last lines of the workers.</summary>
    public string WorkersTail() => string.Join('\n', _workers.Select(worker => worker.Tail));

    public async ValueTask DisposeAsync()
    {
        foreach (ToolProcess worker in _workers)
        {
            await worker.DisposeAsync();
        }

        if (Redis.ProcessId is null)
        {
            await Contender.CleanAsync(this);
        }

        await Redis.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private ToolProcess Keep(ToolProcess process)
    {
        _workers.Add(process);
        return process;
    }

    private Dictionary<string, string> Variables(IReadOnlyDictionary<string, string>? more)
    {
        Dictionary<string, string> variables = new(Contender.Environment, StringComparer.Ordinal);
        foreach ((string name, string value) in more ?? new Dictionary<string, string>())
        {
            variables[name] = value;
        }

        variables[ContenderSettings.PortVariable] = Redis.Port.ToString(CultureInfo.InvariantCulture);
        variables[ContenderSettings.ServerVariable] = Redis.Server;
        variables[ContenderSettings.RunVariable] = Run;
        return variables;
    }
}
