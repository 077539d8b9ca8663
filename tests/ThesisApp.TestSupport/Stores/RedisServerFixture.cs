using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using StackExchange.Redis;
using ThesisApp.TestSupport.Processes;
using ThesisApp.TestSupport.Programs;
using Xunit;

namespace ThesisApp.TestSupport.Stores;

/// <summary>A redis-server process with an append-only file.</summary>
public class RedisServerFixture : StoreFixture
{
    private const string AppendOnlyName = "appendonlydir";
    private const string KeptName = "kept";

    private readonly string _folder = Directory.CreateTempSubdirectory("thesis-redis-").FullName;
    private string _executable = string.Empty;
    private Process? _process;

    /// <summary>Where it listens.</summary>
    protected int Port { get; private set; }

    /// <summary>The server program.</summary>
    protected virtual string Program => "redis-server";

    /// <summary>Arguments besides those that every server of the tests has.</summary>
    protected virtual IReadOnlyList<string> MoreArguments => [];

    /// <inheritdoc />
    protected override async Task StartAsync()
    {
        if (Executables.Find(Program) is not { } executable)
        {
            SkipReason = $"{Program} is not installed (Debian: apt-get install {Program}).";
            return;
        }

        _executable = executable;
        Port = FreePort.Take();
        Launch();
        await WaitUntilItListensAsync();
        ConnectionString = $"127.0.0.1:{Port}";
    }

    /// <summary>Sends the server a signal.</summary>
    public Task SignalAsync(ProgramSignal signal, CancellationToken cancellationToken) => ProcessTable.SignalAsync(_process!.Id, signal, cancellationToken);

    /// <summary>Keeps what is in the append-only file at this moment, while the server goes on.</summary>
    public void KeepState()
    {
        string kept = Path.Combine(_folder, KeptName);
        Directory.CreateDirectory(kept);
        foreach (string file in Directory.EnumerateFiles(Path.Combine(_folder, AppendOnlyName)))
        {
            File.Copy(file, Path.Combine(kept, Path.GetFileName(file)));
        }
    }

    /// <summary>Stops the server in order, and starts it again on the same port: it has all of its data, and none of what it was told otherwise.</summary>
    public async Task RestartAsync()
    {
        try
        {
            await Connection.GetServers()[0].ExecuteAsync("SHUTDOWN", "NOSAVE");
        }
        catch (RedisException)
        {
            // There is nobody left to answer.
        }

        await _process!.WaitForExitAsync();
        _process.Dispose();
        Launch();
        await WaitUntilItListensAsync();
    }

    /// <summary>Kills the server, and starts it again on the same port with the state that was kept: what came after it is forgotten.</summary>
    public async Task SetBackAsync()
    {
        await KillAsync();
        Directory.Delete(Path.Combine(_folder, AppendOnlyName), recursive: true);
        Directory.Move(Path.Combine(_folder, KeptName), Path.Combine(_folder, AppendOnlyName));
        Launch();
    }

    /// <inheritdoc />
    protected override async Task StopAsync()
    {
        await KillAsync();
        Directory.Delete(_folder, recursive: true);
    }

    // The client that is refused once waits for half of its time-out before it tries again.
    private async Task WaitUntilItListensAsync()
    {
        await Eventually.TrueAsync(
            async token =>
            {
                using TcpClient client = new();
                try
                {
                    await client.ConnectAsync(IPAddress.Loopback, Port, token);
                    return true;
                }
                catch (SocketException)
                {
                    return _process!.HasExited ? throw new InvalidOperationException($"{Program} has ended at once.") : false;
                }
            },
            () => $"{Program} to listen",
            TestContext.Current.CancellationToken);
    }

    private void Launch()
    {
        ProcessStartInfo start = new(_executable) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in new[]
        {
            "--port", Port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--dir", _folder,
            "--save", string.Empty, "--appendonly", "yes", "--appendfsync", "everysec", "--appenddirname", AppendOnlyName,
        }.Concat(MoreArguments))
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start) ?? throw new InvalidOperationException($"{Program} did not start.");
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private async Task KillAsync()
    {
        if (_process is not null)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
            _process = null;
        }
    }
}
