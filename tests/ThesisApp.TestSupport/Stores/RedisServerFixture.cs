using System.Diagnostics;
using System.Globalization;
using ThesisApp.TestSupport.Processes;

namespace ThesisApp.TestSupport.Stores;

/// <summary>A redis-server process with an append-only file.</summary>
public class RedisServerFixture : StoreFixture
{
    private readonly string _folder = Directory.CreateTempSubdirectory("thesis-redis-").FullName;
    private Process? _process;

    /// <summary>The server program.</summary>
    protected virtual string Program => "redis-server";

    /// <inheritdoc />
    protected override Task StartAsync()
    {
        if (Executables.Find(Program) is not { } executable)
        {
            SkipReason = $"{Program} is not installed (Debian: apt-get install {Program}).";
            return Task.CompletedTask;
        }

        int port = FreePort.Take();
        ProcessStartInfo start = new(executable)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in new[]
        {
            "--port", port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--dir", _folder,
            "--save", string.Empty, "--appendonly", "yes", "--appendfsync", "everysec",
        })
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start) ?? throw new InvalidOperationException($"{Program} did not start.");
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        ConnectionString = $"127.0.0.1:{port}";
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    protected override async Task StopAsync()
    {
        if (_process is not null)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }
}
