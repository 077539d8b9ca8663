using System.Diagnostics;
using System.Globalization;

namespace ThesisApp.TestSupport.Programs;

/// <summary>Processes of this machine: sends signals and finds those that a test left behind.</summary>
public static class ProcessTable
{
    /// <summary>Whether this process, and so each child, was told to ignore SIGINT (Linux).</summary>
    public static bool IgnoresInterrupts { get; } = File.Exists("/proc/self/status")
        && File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) is { } mask
        && (ulong.Parse(mask["SigIgn:".Length..].Trim(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) & 2) != 0;

    /// <summary>Sends a signal by the shell's own <c>kill</c>, which every machine with a shell has.</summary>
    /// <exception cref="InvalidOperationException">There is no such process.</exception>
    public static async Task SignalAsync(int processId, ProgramSignal signal, CancellationToken cancellationToken)
    {
        string name = signal switch
        {
            ProgramSignal.Interrupt => "INT",
            ProgramSignal.Terminate => "TERM",
            ProgramSignal.Kill => "KILL",
            ProgramSignal.Stop => "STOP",
            ProgramSignal.Continue => "CONT",
            _ => throw new ArgumentOutOfRangeException(nameof(signal), signal, "There is no such signal."),
        };
        using Process shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -{name} {processId}")]))!;
        await shell.WaitForExitAsync(cancellationToken);
        if (shell.ExitCode != 0)
        {
            throw new InvalidOperationException($"SIG{name} could not be sent to process {processId}.");
        }
    }

    /// <summary>Running processes whose environment holds a variable with this value, each as its id and command line (Linux).</summary>
    /// <remarks>Children inherit the variable, so this finds whatever a marked process has started, orphans too.</remarks>
    public static IReadOnlyList<string> FindMarked(string variable, string value)
    {
        string wanted = $"{variable}={value}";
        List<string> found = [];
        foreach (string folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out int processId)
                && Read(folder, "environ").Contains(wanted, StringComparer.Ordinal))
            {
                found.Add($"{processId} {string.Join(' ', Read(folder, "cmdline"))}");
            }
        }

        return found;
    }

    /// <summary>Resident memory of a process in bytes (Linux).</summary>
    public static long ResidentBytes(int processId)
    {
        string line = File.ReadLines($"/proc/{processId}/status").First(text => text.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.AsSpan("VmRSS:".Length).Trim().ToString().Split(' ')[0], CultureInfo.InvariantCulture) * 1024;
    }

    // A process that has ended meanwhile, a zombie, or one of another user has nothing to read.
    private static string[] Read(string folder, string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, file)).Split('\0', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
