using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using ThesisApp.Cli.Errors;

namespace ThesisApp.Cli.Hosting;

/// <summary>One AppHost as a child process.</summary>
internal sealed class AppHostProcess : IAsyncDisposable
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(20);

    private readonly Process _process;
    private readonly OutputTail _tail;

    private AppHostProcess(Process process, OutputTail tail)
    {
        _process = process;
        _tail = tail;
    }

    /// <summary>True once it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>Its exit code, or null while it runs.</summary>
    public int? ExitCode => _process.HasExited ? _process.ExitCode : null;

    /// <summary>The last lines that it wrote.</summary>
    public string LastOutput => _tail.Text;

    /// <summary>Starts it.</summary>
    /// <param name="appHost">Its assembly.</param>
    /// <param name="options">How it is configured.</param>
    public static AppHostProcess Start(string appHost, LocalSystemOptions options)
    {
        File.Delete(options.StateFile);
        var process = new Process { StartInfo = CreateStartInfo(appHost, options) };
        var tail = new OutputTail(Path.Combine(options.LogFolder, "apphost.log"));
        process.OutputDataReceived += (_, line) => tail.Add(line.Data);
        process.ErrorDataReceived += (_, line) => tail.Add(line.Data);
        try
        {
            process.Start();
        }
        catch (Win32Exception exception)
        {
            tail.Dispose();
            throw new CliException(ExitCodes.Unreachable, $"'{process.StartInfo.FileName}' can't be started: {exception.Message}", "Is the .NET runtime installed?");
        }

        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new AppHostProcess(process, tail);
    }

    /// <summary>Waits until it has ended and its output has been read.</summary>
    public Task WaitForExitAsync(CancellationToken cancellationToken) => _process.WaitForExitAsync(cancellationToken);

    /// <summary>How it ended.</summary>
    public string Describe() => _process.HasExited ? $"exit code {_process.ExitCode}" : "still running";

    /// <summary>Asks it to stop, and ends it by force if it does not follow.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            // The AppHost stops when its standard input ends, which it does too if this process is killed.
            _process.StandardInput.Close();
            using var limit = new CancellationTokenSource(StopLimit);
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or InvalidOperationException or IOException)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
        _tail.Dispose();
    }

    private static ProcessStartInfo CreateStartInfo(string appHost, LocalSystemOptions options)
    {
        var start = new ProcessStartInfo(DotnetExecutable.Find(), [appHost])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Agents__Replicas"] = options.Agents.ToString(CultureInfo.InvariantCulture);
        start.Environment["Orchestrator__Port"] = options.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["Data__Directory"] = options.StateFolder;
        start.Environment["Hosting__StateFile"] = options.StateFile;
        start.Environment["Hosting__LogDirectory"] = options.LogFolder;
        start.Environment["Hosting__Quiet"] = "true";
        start.Environment["Hosting__ExitWithParent"] = "true";
        foreach (var (name, value) in options.Pool?.ToEnvironment(options.StateFolder) ?? [])
        {
            start.Environment[name] = value;
        }

        if (options.Redis is not null)
        {
            start.Environment["ConnectionStrings__redis"] = options.Redis;
        }

        return start;
    }
}
