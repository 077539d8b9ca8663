using System.Diagnostics;
using System.Globalization;
using StackExchange.Redis;
using ThesisApp.TestSupport.Processes;
using ThesisApp.TestSupport.Programs;

namespace ThesisApp.Chaos;

/// <summary>A redis-server with an append-only file, and the ways to harm it. One harm at a time.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private readonly string _folder;
    private readonly string _mark;
    private readonly int _port = FreePort.Take();
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<(long At, string File, long Length)> _lengths = [];
    private readonly Task _watch;
    private Process _process;
    private ConnectionMultiplexer? _admin;
    private volatile int _restarts;

    private RedisServer(string folder, string mark)
    {
        _folder = folder;
        _mark = mark;
        Directory.CreateDirectory(folder);
        _process = Launch();
        _watch = Task.Run(WatchLengthsAsync);
    }

    public string ConnectionString => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{_port}");

    /// <summary>Bytes that power cuts took.</summary>
    public long LostBytes { get; private set; }

    /// <summary>Grows when it goes down and when it is up again: whatever was read before may have been forgotten.</summary>
    public int Restarts => _restarts;

    /// <summary>The test's own connection.</summary>
    public IDatabase Database => _admin!.GetDatabase();

    public static async Task<RedisServer> StartAsync(string folder, string mark, CancellationToken cancellationToken)
    {
        RedisServer server = new(folder, mark);
        ConfigurationOptions options = ConfigurationOptions.Parse(server.ConnectionString);
        options.AllowAdmin = true;
        options.AbortOnConnectFail = false;
        options.ClientName = "chaos";
        options.AsyncTimeout = 10_000;
        options.ReconnectRetryPolicy = new LinearRetry(100);
        server._admin = await ConnectionMultiplexer.ConnectAsync(options);
        await server.WaitUntilUpAsync(cancellationToken);
        return server;
    }

    /// <summary>Ends it by a signal and starts it again on its data.</summary>
    /// <param name="signal">SIGKILL or SIGTERM.</param>
    /// <param name="loses">How much of the end of the append-only file is gone afterwards.</param>
    /// <param name="cancellationToken">Ends the wait for it.</param>
    public Task RestartAsync(ProgramSignal signal, TimeSpan loses, CancellationToken cancellationToken) => AloneAsync(
        async () =>
        {
            _restarts++;
            await ProcessTable.SignalAsync(_process.Id, signal, CancellationToken.None);
            await _process.WaitForExitAsync(CancellationToken.None);
            _process.Dispose();
            if (loses > TimeSpan.Zero)
            {
                CutEnd(loses);
            }

            _process = Launch();
            await WaitUntilUpAsync(cancellationToken);
            _restarts++;
        },
        cancellationToken);

    /// <summary>Lets no file of it grow for a while.</summary>
    public Task FillDiskAsync(TimeSpan duration, CancellationToken cancellationToken) => AloneAsync(
        async () =>
        {
            await ResourceLimit.SetAsync(_process.Id, ResourceLimit.FileSize, AppendOnlyFile()?.Length ?? 0, cancellationToken);
            await PauseAsync(duration, cancellationToken);
            await ResourceLimit.SetAsync(_process.Id, ResourceLimit.FileSize, null, CancellationToken.None);
        },
        cancellationToken);

    /// <summary>Lets it take no more data for a while.</summary>
    public Task FillMemoryAsync(TimeSpan duration, CancellationToken cancellationToken) => AloneAsync(
        async () =>
        {
            await Database.ExecuteAsync("CONFIG", "SET", "maxmemory", "1mb");
            await PauseAsync(duration, cancellationToken);
            await Database.ExecuteAsync("CONFIG", "SET", "maxmemory", "0");
        },
        cancellationToken);

    /// <summary>Stands still.</summary>
    public Task SleepAsync(TimeSpan duration, CancellationToken cancellationToken) => AloneAsync(
        () => Database.ExecuteAsync("DEBUG", "SLEEP", duration.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture)), cancellationToken);

    /// <summary>Takes requests and answers none.</summary>
    public Task PauseClientsAsync(TimeSpan duration, CancellationToken cancellationToken) => AloneAsync(
        () => Database.ExecuteAsync("CLIENT", "PAUSE", duration.TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture), "ALL"), cancellationToken);

    /// <summary>Cuts some connections of the services.</summary>
    /// <returns>How many were cut.</returns>
    public async Task<int> CutConnectionsAsync(int count, Random random, CancellationToken cancellationToken)
    {
        int cut = 0;
        await AloneAsync(
            async () =>
            {
                string[] others = [.. ((string)(await Database.ExecuteAsync("CLIENT", "LIST"))!)
                    .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                    .Where(line => !line.Contains("name=chaos", StringComparison.Ordinal))
                    .Select(line => line.Split(' ')[0]["id=".Length..])];
                random.Shuffle(others);
                foreach (string id in others.Take(count))
                {
                    cut += (int)await Database.ExecuteAsync("CLIENT", "KILL", "ID", id);
                }
            },
            cancellationToken);
        return cut;
    }

    /// <summary>Waits until it answers and can be written to.</summary>
    public Task WaitUntilUpAsync(CancellationToken cancellationToken) => Eventually.GetAsync<object>(
        async _ =>
        {
            try
            {
                await Database.StringSetAsync("chaos:up", "1");
                await Database.KeyDeleteAsync("chaos:up");
                return this;
            }
            catch (Exception exception) when (exception is RedisException or TimeoutException)
            {
                return _process.HasExited ? throw new InvalidOperationException($"redis-server does not start on {_folder}; see redis.log there.") : null;
            }
        },
        () => "Redis to be up",
        cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watch;
        if (_admin is not null)
        {
            await _admin.DisposeAsync();
        }

        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        _one.Dispose();
        _stop.Dispose();
    }

    private async Task AloneAsync(Func<Task> act, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            await act();
        }
        finally
        {
            _one.Release();
        }
    }

    // Healing follows in any case, so the end of the test only makes the harm shorter.
    private static async Task PauseAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(duration, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Healed by the caller.
        }
    }

    private Process Launch()
    {
        // A write over the limit of a file's size is to fail as on a full disk, not to end the process.
        ProcessStartInfo start = new("/bin/sh")
        {
            ArgumentList =
            {
                "-c", "trap '' XFSZ; exec redis-server \"$@\"", "sh",
                "--port", _port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--dir", _folder, "--logfile", Path.Combine(_folder, "redis.log"),
                "--save", string.Empty, "--appendonly", "yes", "--appendfsync", "everysec", "--enable-debug-command", "local",
            },
        };
        start.Environment[ProgramProcess.MarkVariable] = _mark;
        return Process.Start(start)!;
    }

    private FileInfo? AppendOnlyFile() => new DirectoryInfo(Path.Combine(_folder, "appendonlydir")) is { Exists: true } folder
        ? folder.EnumerateFiles("*.incr.aof").MaxBy(file => int.Parse(file.Name.Split('.')[^3], CultureInfo.InvariantCulture))
        : null;

    // What the file held some time ago is what it would hold now if nothing had been written out since.
    private void CutEnd(TimeSpan loses)
    {
        if (AppendOnlyFile() is not { } file)
        {
            return;
        }

        long length;
        lock (_lengths)
        {
            length = _lengths.LastOrDefault(entry => entry.File == file.Name && Stopwatch.GetElapsedTime(entry.At) >= loses).Length;
            if (length == 0 || length >= file.Length)
            {
                return;
            }

            _lengths.RemoveAll(entry => entry.Length > length);
        }

        LostBytes += file.Length - length;
        using FileStream stream = file.Open(FileMode.Open, FileAccess.Write);
        stream.SetLength(length);
    }

    private async Task WatchLengthsAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            if (AppendOnlyFile() is { } file)
            {
                lock (_lengths)
                {
                    _lengths.Add((Stopwatch.GetTimestamp(), file.Name, file.Length));
                }
            }

            await Task.Delay(Look, CancellationToken.None);
        }
    }
}
