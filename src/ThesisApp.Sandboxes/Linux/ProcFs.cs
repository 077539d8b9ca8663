using System.Globalization;

namespace ThesisApp.Sandboxes.Linux;

/// <summary>Reads what <c>/proc</c> tells of processes.</summary>
internal static class ProcFs
{
    private const int ParentField = 1;
    private const int StartField = 19;

    /// <summary>When a process was started, in the kernel's ticks: with its id, what tells it from every other; null if there is none.</summary>
    public static string? StartTime(int processId) => Fields(processId) is { } fields ? fields[StartField] : null;

    /// <summary>The parent of a process, or null.</summary>
    public static int? Parent(int processId) => Fields(processId) is { } fields ? int.Parse(fields[ParentField], CultureInfo.InvariantCulture) : null;

    /// <summary>Whether a process is there and has not ended.</summary>
    public static bool IsAlive(int processId) => Fields(processId) is [not "Z" and not "X", ..];

    /// <summary>The program's name, cut to 15 letters by the kernel, or null.</summary>
    public static string? Name(int processId) => Read(processId, "comm")?.TrimEnd('\n');

    /// <summary>Ids of the processes that a process started and that are there.</summary>
    public static IEnumerable<int> Children(int processId) => All().Where(other => Parent(other) == processId);

    private static IEnumerable<int> All()
    {
        foreach (string folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out int id))
            {
                yield return id;
            }
        }
    }

    // What follows the name, which may hold spaces and brackets itself: state, parent, ...
    private static string[]? Fields(int processId) =>
        Read(processId, "stat") is { } text && text.LastIndexOf(')') is var end and > 0 ? text[(end + 2)..].Split(' ') : null;

    private static string? Read(int processId, string file)
    {
        try
        {
            return File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/{file}"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
