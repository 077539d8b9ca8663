using System.Globalization;
using Garnet;
using ThesisApp.TestSupport.Processes;

namespace ThesisApp.TestSupport.Stores;

/// <summary>An embedded Garnet server with the options under which the local engine runs it.</summary>
public sealed class GarnetFixture : StoreFixture
{
    private readonly string _folder = Directory.CreateTempSubdirectory("thesis-garnet-").FullName;
    private GarnetServer? _server;

    /// <inheritdoc />
    protected override Task StartAsync()
    {
        int port = FreePort.Take();
        _server = new GarnetServer(
        [
            "--port", port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1",
            "--lua", "true", "--lua-transaction-mode", "true",
            "--aof", "true", "--checkpointdir", _folder, "--device-type", "RandomAccess",
            "--memory", "256m", "--index", "16m", "-q",
        ]);
        _server.Start();

        // RESP2, as the local engine hands it out: on a RESP3 connection that has subscriptions, a script that publishes makes Garnet close the connection.
        ConnectionString = $"127.0.0.1:{port},protocol=resp2";
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    protected override Task StopAsync()
    {
        _server?.Dispose();
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }
}
