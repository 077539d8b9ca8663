using System.Diagnostics;
using System.Globalization;

namespace ThesisApp.Chaos;

/// <summary>Limits of a running process, set by <c>prlimit</c> (util-linux).</summary>
internal static class ResourceLimit
{
    /// <summary>How large a file the process may write.</summary>
    public const string FileSize = "fsize";

    /// <summary>How much memory of its own the process may have.</summary>
    public const string Memory = "data";

    /// <summary>Sets a limit; null for none.</summary>
    public static async Task SetAsync(int processId, string limit, long? bytes, CancellationToken cancellationToken)
    {
        // Only the soft limit, which may be raised again by anyone.
        string value = bytes?.ToString(CultureInfo.InvariantCulture) ?? "unlimited";
        using Process process = Process.Start(new ProcessStartInfo("prlimit", ["--pid", processId.ToString(CultureInfo.InvariantCulture), $"--{limit}={value}:"]) { RedirectStandardError = true })!;
        await process.WaitForExitAsync(cancellationToken);
    }

    /// <summary>What counts for <see cref="Memory"/> now.</summary>
    /// <returns>Null if the process has just ended.</returns>
    public static long? ReadMemory(int processId)
    {
        try
        {
            string? line = File.ReadLines($"/proc/{processId}/status").FirstOrDefault(text => text.StartsWith("VmData:", StringComparison.Ordinal));
            return line is null ? null : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
