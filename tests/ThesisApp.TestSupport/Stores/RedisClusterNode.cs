using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using ThesisApp.TestSupport.Processes;

namespace ThesisApp.TestSupport.Stores;

/// <summary>A server process that is a node of a cluster. It can be killed and started again on its files.</summary>
/// <param name="executable">The program.</param>
/// <param name="master">Whose replica it is, or null for a master.</param>
public sealed class RedisClusterNode(string executable, RedisClusterNode? master) : IAsyncDisposable
{
    private const int IdLength = 40;

    private readonly string _folder = Directory.CreateTempSubdirectory("thesis-redis-node-").FullName;
    private Process? _process;

    /// <summary>Its name in the cluster.</summary>
    public string Id { get; } = RandomNumberGenerator.GetHexString(IdLength, lowercase: true);

    /// <summary>Whose replica it was in the beginning, or null.</summary>
    public RedisClusterNode? Master => master;

    /// <summary>Where it listens.</summary>
    public IPEndPoint EndPoint { get; } = new(IPAddress.Loopback, FreePort.Take());

    /// <summary>Where it listens to the other nodes: not the usual port + 10000, which may be beyond all ports.</summary>
    public int BusPort { get; } = FreePort.Take();

    /// <summary>True while its process runs.</summary>
    public bool IsRunning => _process is { HasExited: false };

    /// <summary>The last of what it wrote.</summary>
    public string Log => File.Exists(LogFile) ? string.Join('\n', File.ReadLines(LogFile).TakeLast(30)) : "(no log)";

    private string LogFile => Path.Combine(_folder, "server.log");

    /// <summary>Writes what it is to know of the cluster before it starts: who is there and who has which slots. So nobody need meet anybody.</summary>
    public void WriteTopology(IEnumerable<string> lines) =>
        File.WriteAllText(Path.Combine(_folder, "nodes.conf"), string.Concat(lines.Select(line => line + "\n")));

    /// <summary>Starts it.</summary>
    public void Start()
    {
        ProcessStartInfo start = new(executable);
        foreach (string argument in new[]
        {
            "--port", Text(EndPoint.Port), "--bind", "127.0.0.1", "--dir", _folder, "--logfile", LogFile,
            "--save", string.Empty, "--appendonly", "yes", "--appendfsync", "everysec",
            "--cluster-enabled", "yes", "--cluster-port", Text(BusPort), "--cluster-announce-ip", "127.0.0.1",
            "--cluster-node-timeout", "2000", "--cluster-replica-validity-factor", "0", "--repl-diskless-sync-delay", "0",
        })
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start) ?? throw new InvalidOperationException($"{executable} did not start.");
    }

    /// <summary>Asks this very node, whatever the cluster says of it.</summary>
    /// <returns>Its answer, or null if it gave none.</returns>
    public async Task<string?> AskAsync(string command, CancellationToken cancellationToken)
    {
        try
        {
            using TcpClient client = new();
            await client.ConnectAsync(EndPoint, cancellationToken);
            NetworkStream stream = client.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"{command}\r\nQUIT\r\n"), cancellationToken);
            using StreamReader reader = new(stream);
            return await reader.ReadToEndAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            return null;
        }
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

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
