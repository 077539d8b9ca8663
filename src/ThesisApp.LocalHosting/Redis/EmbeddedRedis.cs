using System.Globalization;
using System.Security.Cryptography;
using Garnet;

namespace ThesisApp.LocalHosting.Redis;

/// <summary>A Garnet server inside the host's process.</summary>
internal sealed class EmbeddedRedis : IDisposable
{
    private const string AppendOnlyLimit = "256m";

    private readonly GarnetServer _server;

    private EmbeddedRedis(GarnetServer server, string connectionString)
    {
        _server = server;
        ConnectionString = connectionString;
    }

    /// <summary>How clients reach it.</summary>
    public string ConnectionString { get; }

    /// <summary>Starts the server and reads back what its folder holds.</summary>
    /// <param name="port">Where it listens, on loopback alone.</param>
    /// <param name="dataFolder">Where it keeps its data, or null for none.</param>
    /// <param name="password">What clients must say; null for one that is made up.</param>
    /// <exception cref="HostingException">It did not start.</exception>
    public static EmbeddedRedis Start(int port, string? dataFolder, string? password = null)
    {
        password ??= RandomNumberGenerator.GetHexString(32, lowercase: true);
        if (password.Contains(',', StringComparison.Ordinal))
        {
            throw new HostingException("The password of the embedded Redis has a comma in it, which no connection string can hold.", HostingException.BadSettings);
        }

        // Scripts are atomic only as transactions; values of some tens of megabytes (a source, a document) must fit a page of the log and of the append-only file, whose pages must be twice as large.
        List<string> arguments =
        [
            "--port", port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--auth", "Password", "--password", password,
            "--lua", "true", "--lua-transaction-mode", "true",
            "--memory", "512m", "--page", "32m", "--index", "16m", "-q", "--logger-level", "Error",
        ];
        if (dataFolder is not null)
        {
            // Every change is handed to the append-only file at once, but not waited for (--aof-commit-wait): a script that publishes to a subscriber would wait for itself then.
            // So a kill may cost the last changes that were acknowledged; the task board mends what that leaves behind.
            // Once the file has grown to its limit, a checkpoint is taken and the segments before it are removed: so neither the disk nor the time to read it back grows without bound.
            arguments.AddRange(
            [
                "--aof", "true", "--aof-memory", "256m", "--aof-page-size", "64m",
                "--aof-segment-size", "128m", "--aof-size-limit", AppendOnlyLimit, "--aof-size-limit-enforce-frequency", "5",
                "--recover", "--checkpointdir", dataFolder, "--device-type", "RandomAccess",
            ]);
        }

        GarnetServer? server = null;
        try
        {
            server = new GarnetServer([.. arguments]);
            server.Start();

            // RESP2: on a RESP3 connection that has subscriptions, a script that publishes makes Garnet close the connection.
            return new EmbeddedRedis(server, $"localhost:{port},password={password},protocol=resp2");
        }
        catch (Exception exception)
        {
            server?.Dispose();
            string data = dataFolder is null ? string.Empty : $" Its data is in '{dataFolder}': if it is damaged, move the folder away to start afresh.";
            throw new HostingException($"The embedded Redis did not start: {exception.Message}{data}", HostingException.NotStarted, exception);
        }
    }

    public void Dispose() => _server.Dispose();
}
