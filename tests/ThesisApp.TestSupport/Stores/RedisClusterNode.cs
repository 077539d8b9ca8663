using System.Diagnostics;
using System.Globalization;
using System.Net;
using ThesisApp.TestSupport.Processes;

namespace ThesisApp.TestSupport.Stores;

/// <summary>A redis-server process that is a node of a cluster. It can be killed and started again on its files.</summary>
/// <param name="executable">The program.</param>
/// <param name="port">Its port; the cluster's bus takes another one.</param>
public sealed class RedisClusterNode(string executable, int port) : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("thesis-redis-node-").FullName;

    private Process? _process;

    /// <summary>Where it listens.</summary>
    public IPEndPoint EndPoint { get; } = new(IPAddress.Loopback, port);

    /// <summary>Where it listens to the other nodes: not the usual port + 10000, which may be beyond all ports.</summary>
    public int BusPort { get; } = FreePort.Take();

    /// <summary>Starts it.</summary>
    public void Start()
    {
        ProcessStartInfo start = new(executable) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in new[]
        {
            "--port", port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--dir", _folder,
            "--save", string.Empty, "--appendonly", "yes", "--appendfsync", "everysec",
            "--cluster-enabled", "yes", "--cluster-port", BusPort.ToString(CultureInfo.InvariantCulture),
            "--cluster-node-timeout", "2000", "--cluster-replica-validity-factor", "0",
        })
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start) ?? throw new InvalidOperationException("redis-server did not start.");
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Kills it, as a crash would.</summary>
    public async Task KillAsync()
    {
        if (_process is not null)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
            _process = null;
        }
    }

    /// <summary>Ends it and removes its files.</summary>
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
