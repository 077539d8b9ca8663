using System.Globalization;
using System.Net;
using StackExchange.Redis;
using ThesisApp.TestSupport.Processes;

namespace ThesisApp.Benchmarks.Processes;

/// <summary>A fresh redis-server of a trial's own, or one that is there already.</summary>
internal sealed class BenchmarkRedis : IAsyncDisposable
{
    private const int MostConnectAttempts = 100;
    private static readonly TimeSpan ConnectPause = TimeSpan.FromMilliseconds(20);

    private readonly ToolProcess? _process;
    private readonly string? _folder;

    private BenchmarkRedis(ToolProcess? process, string? folder, string server, int port, ConnectionMultiplexer connection) =>
        (_process, _folder, Server, Port, Connection) = (process, folder, server, port, connection);

    /// <summary>The settings of each fresh server: an append-only file, no snapshots, nothing else.</summary>
    public static readonly IReadOnlyList<string> Settings =
        ["--bind", "127.0.0.1", "--protected-mode", "yes", "--save", "", "--appendonly", "yes", "--appendfsync", "everysec", "--maxmemory-policy", "noeviction", "--daemonize", "no"];

    /// <summary>HOST:PORT.</summary>
    public string Server { get; }

    /// <summary>The port.</summary>
    public int Port { get; }

    /// <summary>The harness's own connection.</summary>
    public ConnectionMultiplexer Connection { get; }

    /// <summary>The server's process, if it is this one's.</summary>
    public int? ProcessId => _process?.Id;

    /// <summary>Starts a server, or connects to the one given.</summary>
    public static async Task<BenchmarkRedis> StartAsync(DnsEndPoint? given, CancellationToken cancellationToken)
    {
        if (given is not null)
        {
            string server = string.Create(CultureInfo.InvariantCulture, $"{given.Host}:{given.Port}");
            return new BenchmarkRedis(null, null, server, given.Port, await ConnectAsync(server, cancellationToken));
        }

        if (Executables.Find("redis-server") is not { } executable)
        {
            throw new InvalidOperationException("redis-server is not installed (Debian: apt-get install redis-server).");
        }

        string folder = Directory.CreateTempSubdirectory("thesis-benchmark-redis-").FullName;
        int port = FreePort.Take();
        string own = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}");
        ToolProcess process = ToolProcess.Start([executable, .. Settings, "--port", port.ToString(CultureInfo.InvariantCulture), "--dir", folder], folder, []);
        return new BenchmarkRedis(process, folder, own, port, await ConnectAsync(own, cancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        await Connection.DisposeAsync();
        if (_process is not null)
        {
            await _process.DisposeAsync();
            Directory.Delete(_folder!, recursive: true);
        }
    }

    // A server that was only just started refuses connections for a moment.
    private static async Task<ConnectionMultiplexer> ConnectAsync(string server, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await ConnectionMultiplexer.ConnectAsync(server).WaitAsync(cancellationToken);
            }
            catch (RedisConnectionException) when (attempt < MostConnectAttempts)
            {
                await Task.Delay(ConnectPause, cancellationToken);
            }
        }
    }
}
