using System.Diagnostics;
using System.Globalization;

namespace ThesisApp.LocalHosting.Processes;

/// <summary>Sees to it that no process outlives the host, even if the host is killed and can do nothing itself.</summary>
/// <remarks>
/// A shell that ignores signals reads the ids of running processes from a pipe whose only writer is the host. When the host is gone, however it went, the pipe ends and the
/// shell kills those that are left. On Windows, where there is no such shell, orphans of a killed host must be ended by hand.
/// </remarks>
internal sealed class ProcessGuard : IDisposable
{
    private const string Script = """
        trap '' INT TERM HUP QUIT
        pids=' '
        while read -r operation pid; do
          case $operation in
            +) pids="$pids$pid " ;;
            -) pids="${pids%% $pid *} ${pids#* $pid }" ;;
          esac
        done
        for pid in $pids; do kill -9 "$pid" 2>/dev/null; done
        """;

    private readonly Lock _lock = new();
    private readonly Process? _shell;

    private ProcessGuard(Process? shell) => _shell = shell;

    /// <summary>Starts the guard.</summary>
    public static ProcessGuard Start()
    {
        if (OperatingSystem.IsWindows())
        {
            return new ProcessGuard(null);
        }

        ProcessStartInfo start = new("/bin/sh") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(Script);
        return new ProcessGuard(Process.Start(start));
    }

    /// <summary>Guards a process.</summary>
    public void Add(int processId) => Tell('+', processId);

    /// <summary>Guards it no longer: it has ended, and its id may soon be another's.</summary>
    public void Remove(int processId) => Tell('-', processId);

    public void Dispose()
    {
        if (_shell is null)
        {
            return;
        }

        lock (_lock)
        {
            _shell.StandardInput.Close();
        }

        _shell.WaitForExit();
        _shell.Dispose();
    }

    private void Tell(char operation, int processId)
    {
        if (_shell is null)
        {
            return;
        }

        lock (_lock)
        {
            _shell.StandardInput.Write(string.Create(CultureInfo.InvariantCulture, $"{operation} {processId}\n"));
            _shell.StandardInput.Flush();
        }
    }
}
