using System.ComponentModel;
using System.Diagnostics;

namespace ThesisApp.LocalHosting.Processes;

/// <summary>A running process whose output is read line by line.</summary>
internal sealed class ManagedProcess
{
    // What it started may hold its output open long after its own end.
    private static readonly TimeSpan OutputPatience = TimeSpan.FromSeconds(1);

    private readonly Process _process;

    private ManagedProcess(Process process, ProcessGuard guard)
    {
        _process = process;
        Id = process.Id;
        Exited = WaitForExitAsync(guard);
    }

    /// <summary>Its id.</summary>
    public int Id { get; }

    /// <summary>Ends with the process, and holds its exit code.</summary>
    public Task<int> Exited { get; }

    /// <summary>Starts a process.</summary>
    /// <exception cref="HostingException">The program is not there or cannot be run.</exception>
    public static ManagedProcess Start(ProcessSpec spec, ProcessGuard guard, Action<string> onLine)
    {
        ProcessStartInfo start = new(spec.FileName)
        {
            WorkingDirectory = spec.WorkingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in spec.Arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach ((string name, string? value) in spec.Environment)
        {
            start.Environment[name] = value;
        }

        Process process = new() { StartInfo = start };
        process.OutputDataReceived += (_, line) => Pass(line.Data);
        process.ErrorDataReceived += (_, line) => Pass(line.Data);
        try
        {
            process.Start();
        }
        catch (Win32Exception exception)
        {
            process.Dispose();
            throw new HostingException($"'{spec.FileName}' cannot be started: {exception.Message}. Check that it is installed.", HostingException.NotStarted, exception);
        }

        guard.Add(process.Id);
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new ManagedProcess(process, guard);

        void Pass(string? line)
        {
            if (line is not null)
            {
                onLine(line);
            }
        }
    }

    /// <summary>Asks it to stop, and ends it with everything that it started if it does not in time.</summary>
    /// <returns>True if it stopped by itself.</returns>
    public async Task<bool> StopAsync(TimeSpan patience)
    {
        if (Exited.IsCompleted)
        {
            return true;
        }

        if (!OperatingSystem.IsWindows())
        {
            PosixSignals.Terminate(Id);
            try
            {
                await Exited.WaitAsync(patience);
                return true;
            }
            catch (TimeoutException)
            {
                // It had its time.
            }
        }

        Kill();
        await Exited;
        return false;
    }

    private void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended just now.
        }
    }

    private async Task<int> WaitForExitAsync(ProcessGuard guard)
    {
        TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _process.Exited += (_, _) => ended.TrySetResult();
        _process.EnableRaisingEvents = true;
        await ended.Task;
        guard.Remove(Id);
        int exitCode = _process.ExitCode;
        try
        {
            using CancellationTokenSource limit = new(OutputPatience);
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            // Its last lines were read; what comes now is another's.
        }

        _process.Dispose();
        return exitCode;
    }
}
