using System.Globalization;

namespace ThesisApp.Sandboxes.Linux;

/// <summary>The control groups under which sandboxes can be limited: version 2, one folder with all controllers, or version 1, a folder for each.</summary>
/// <param name="Version">1 or 2.</param>
/// <param name="Parents">Where a group can be made, by controller.</param>
internal sealed record CgroupTree(int Version, IReadOnlyDictionary<string, string> Parents)
{
    /// <summary>What sandboxes are limited in.</summary>
    public static readonly string[] Controllers = ["memory", "cpu", "pids"];

    private const string Prefix = "thesis-";
    private const int PeriodMicroseconds = 100_000;

    /// <summary>Whether a controller can be had.</summary>
    public bool Has(string controller) => Parents.ContainsKey(controller);

    /// <summary>Makes the groups of a sandbox, each with its limit.</summary>
    /// <returns>Their folders.</returns>
    public IReadOnlyList<string> Create(string name, SandboxLimits limits)
    {
        foreach ((string controller, string parent) in Parents)
        {
            string folder = Path.Combine(parent, Prefix + name);
            Directory.CreateDirectory(folder);
            foreach ((string file, string value) in Settings(controller, limits))
            {
                Write(folder, file, value);
            }
        }

        return FoldersOf(name);
    }

    /// <summary>The folders of a sandbox's groups, whether they are there or not.</summary>
    public IReadOnlyList<string> FoldersOf(string name) => [.. Parents.Values.Select(parent => Path.Combine(parent, Prefix + name)).Distinct(StringComparer.Ordinal)];

    /// <summary>Removes groups that nothing runs in any more.</summary>
    public void Remove(string name)
    {
        foreach (string folder in FoldersOf(name).Where(Directory.Exists))
        {
            try
            {
                Directory.Delete(folder);
            }
            catch (IOException)
            {
                // Busy: a process in it is still on its way out. A group without processes costs next to nothing.
            }
        }
    }

    /// <summary>Processes in the groups of a sandbox.</summary>
    public IEnumerable<int> Processes(string name) => FoldersOf(name)
        .Select(folder => Path.Combine(folder, "cgroup.procs"))
        .Where(File.Exists)
        .SelectMany(File.ReadAllLines)
        .Select(line => int.Parse(line, CultureInfo.InvariantCulture))
        .Distinct();

    /// <summary>Whether the kernel has ended a process of a sandbox for want of memory.</summary>
    public bool IsOutOfMemory(string name)
    {
        if (!Parents.TryGetValue("memory", out string? parent))
        {
            return false;
        }

        string file = Path.Combine(parent, Prefix + name, Version == 2 ? "memory.events" : "memory.oom_control");
        return File.Exists(file) && File.ReadAllLines(file).Any(line => line.StartsWith("oom_kill ", StringComparison.Ordinal) && line != "oom_kill 0");
    }

    private IEnumerable<(string File, string Value)> Settings(string controller, SandboxLimits limits)
    {
        string memory = Number(limits.MemoryBytes);
        string quota = Number((long)(limits.Cpus * PeriodMicroseconds));
        string period = Number(PeriodMicroseconds);
        return (controller, Version) switch
        {
            ("memory", 2) => [("memory.max", memory), ("memory.swap.max", "0")],
            ("memory", _) => [("memory.limit_in_bytes", memory), ("memory.memsw.limit_in_bytes", memory)],
            ("cpu", 2) => [("cpu.max", $"{quota} {period}")],
            ("cpu", _) => [("cpu.cfs_period_us", period), ("cpu.cfs_quota_us", quota)],
            _ => [("pids.max", Number(limits.Processes))],
        };
    }

    // Kernels without swap accounting have no file for it, and then there is no swap to limit.
    private static void Write(string folder, string file, string value)
    {
        string path = Path.Combine(folder, file);
        if (!file.Contains("sw", StringComparison.Ordinal) || File.Exists(path))
        {
            File.WriteAllText(path, value);
        }
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
