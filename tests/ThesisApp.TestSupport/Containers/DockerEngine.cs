using System.Diagnostics;
using ThesisApp.Sandboxes.Docker;
using ThesisApp.TestSupport.Processes;
using ThesisApp.TestSupport.Programs;
using Xunit;

namespace ThesisApp.TestSupport.Containers;

/// <summary>A Docker engine: the one that is there, or one of the tests' own where dockerd is installed and may be started. With an image made of this machine's own programs: no registry is asked.</summary>
public sealed class DockerEngine : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    private readonly SemaphoreSlim _starting = new(1, 1);
    private string? _folder;
    private Process? _daemon;
    private string? _skipReason;
    private Uri? _endpoint;

    /// <summary>The image; another name for other contents, since an engine keeps it.</summary>
    public static string Image => "thesis-test:local-2";

    /// <summary>Where the engine is.</summary>
    public Uri Endpoint => _endpoint ?? throw new InvalidOperationException("The engine was not started: call StartAsync first.");

    /// <summary>Brings the engine up, or skips the test with the reason.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        string? reason = await TryStartAsync(cancellationToken);
        Assert.SkipWhen(reason is not null, reason ?? string.Empty);
    }

    /// <summary>Brings the engine up.</summary>
    /// <returns>Why it cannot be had, or null.</returns>
    public async Task<string?> TryStartAsync(CancellationToken cancellationToken)
    {
        await _starting.WaitAsync(cancellationToken);
        try
        {
            if (_endpoint is null && _skipReason is null)
            {
                _skipReason = await FindAsync(cancellationToken);
            }
        }
        finally
        {
            _starting.Release();
        }

        return _skipReason;
    }

    /// <summary>Containers of a pool that are there.</summary>
    public async Task<IReadOnlyList<string>> ListContainersAsync(string pool, CancellationToken cancellationToken)
    {
        await using DockerLauncher launcher = new(new DockerLauncherOptions { Image = Image, Endpoint = Endpoint, Pool = pool }, TimeProvider.System);
        return [.. (await launcher.ListAsync(cancellationToken)).Select(sandbox => sandbox.Id)];
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_daemon is not null)
        {
            await ProcessTable.SignalAsync(_daemon.Id, ProgramSignal.Terminate, CancellationToken.None);
            await _daemon.WaitForExitAsync();
            _daemon.Dispose();
        }

        if (_folder is not null)
        {
            Directory.Delete(_folder, recursive: true);
        }

        _starting.Dispose();
    }

    private async Task<string?> FindAsync(CancellationToken cancellationToken)
    {
        if (Executables.Find("docker") is null)
        {
            return "docker is not installed (Debian: apt-get install docker.io iptables).";
        }

        Uri endpoint = DockerEndpoint.Usual;
        if (!await AnswersAsync(endpoint, cancellationToken))
        {
            // Short: the path of a socket may have 107 bytes.
            _folder = Directory.CreateTempSubdirectory("thesis-docker-").FullName;
            endpoint = new Uri($"unix://{_folder}/docker.sock");
            if (await LaunchAsync(_folder, endpoint, cancellationToken) is { } reason)
            {
                return reason;
            }
        }

        await LocalImage.ImportAsync(endpoint, Image, cancellationToken);
        _endpoint = endpoint;
        return null;
    }

    private async Task<string?> LaunchAsync(string folder, Uri endpoint, CancellationToken cancellationToken)
    {
        if (Executables.Find("dockerd") is not { } program || !Environment.IsPrivilegedProcess)
        {
            return "No Docker engine answers, and dockerd is not installed or may not be started by this user.";
        }

        ProcessStartInfo start = new(program,
        [
            "--data-root", Path.Combine(folder, "data"), "--exec-root", Path.Combine(folder, "exec"), "--pidfile", Path.Combine(folder, "pid"), "-H", endpoint.ToString(),
            "--bridge", "none", "--iptables=false", "--log-level", "error",
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _daemon = Process.Start(start)!;
        _daemon.OutputDataReceived += (_, _) => { };
        _daemon.BeginOutputReadLine();
        Task<string> errors = _daemon.StandardError.ReadToEndAsync(CancellationToken.None);
        long began = Stopwatch.GetTimestamp();
        while (!_daemon.HasExited && Stopwatch.GetElapsedTime(began) < Patience)
        {
            if (await AnswersAsync(endpoint, cancellationToken))
            {
                return null;
            }

            await Task.Delay(100, cancellationToken);
        }

        return $"dockerd does not work on this machine: {(_daemon.HasExited ? (await errors).Trim() : "it does not answer")}";
    }

    private static async Task<bool> AnswersAsync(Uri endpoint, CancellationToken cancellationToken)
    {
        await using DockerLauncher launcher = new(new DockerLauncherOptions { Image = Image, Endpoint = endpoint }, TimeProvider.System);
        return (await launcher.ExamineAsync(cancellationToken)).IsAvailable;
    }
}
