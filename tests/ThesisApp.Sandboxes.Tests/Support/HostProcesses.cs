using System.Globalization;

namespace ThesisApp.Sandboxes.Tests.Support;

/// <summary>Processes of this machine, those in sandboxes too.</summary>
internal static class HostProcesses
{
    /// <summary>Ids of the processes that were started with exactly this argument.</summary>
    public static IReadOnlyList<int> With(string argument)
    {
        List<int> found = [];
        foreach (string folder in Directory.EnumerateDirectories("/proc"))
        {
            try
            {
                if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out int id)
                    && File.ReadAllText(Path.Combine(folder, "cmdline")).Split('\0').Contains(argument, StringComparer.Ordinal))
                {
                    found.Add(id);
                }
            }
            catch (IOException)
            {
                // It ended meanwhile.
            }
        }

        return found;
    }

    /// <summary>Seconds to sleep that no other process sleeps: its mark.</summary>
    public static string NewNap() => string.Create(CultureInfo.InvariantCulture, $"600.{Random.Shared.Next(100_000_000, 999_999_999)}");
}
