using System.Globalization;

namespace ThesisApp.Benchmarks.Processes;

/// <summary>A process and all that it started, as <c>/proc</c> shows them (Linux).</summary>
internal static class ProcessFamily
{
    private const int ParentField = 3;
    private const int UserTimeField = 13;
    private const double TicksPerSecond = 100;

    /// <summary>Ids of the process and of its children's children.</summary>
    public static IReadOnlyList<int> Members(int root)
    {
        ILookup<int, int> children = Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out int id) ? id : 0)
            .Where(id => id > 0)
            .Select(id => (Id: id, Stat: Stat(id)))
            .Where(process => process.Stat.Length > ParentField)
            .ToLookup(process => int.Parse(process.Stat[ParentField], CultureInfo.InvariantCulture), process => process.Id);
        List<int> members = [root];
        for (int i = 0; i < members.Count; i++)
        {
            members.AddRange(children[members[i]]);
        }

        return members;
    }

    /// <summary>Processor seconds of the family so far, ended children included.</summary>
    public static double CpuSeconds(int root) => Members(root).Sum(OwnCpuSeconds);

    /// <summary>Processor seconds of one process and of its ended children.</summary>
    public static double OwnCpuSeconds(int id)
    {
        string[] stat = Stat(id);
        return stat.Length < UserTimeField + 4 ? 0 : stat[UserTimeField..(UserTimeField + 4)].Sum(ticks => double.Parse(ticks, CultureInfo.InvariantCulture)) / TicksPerSecond;
    }

    /// <summary>Resident memory and the proportional share of it, in megabytes, of the family.</summary>
    public static (double Resident, double Proportional) Memory(int root)
    {
        (double Resident, double Proportional)[] memories = [.. Members(root).Select(OwnMemory)];
        return (memories.Sum(memory => memory.Resident), memories.Sum(memory => memory.Proportional));
    }

    /// <summary>The same of one process.</summary>
    public static (double Resident, double Proportional) OwnMemory(int id)
    {
        string[] lines = Lines($"/proc/{id}/smaps_rollup");
        return (lines.Sum(line => Kilobytes(line, "Rss:")) / 1024, lines.Sum(line => Kilobytes(line, "Pss:")) / 1024);
    }

    private static double Kilobytes(string line, string name) => line.StartsWith(name, StringComparison.Ordinal)
        ? double.Parse(line[name.Length..].Trim().Split(' ')[0], CultureInfo.InvariantCulture)
        : 0;

    // The second field is the command in parentheses, which may hold spaces.
    private static string[] Stat(int id) => Lines($"/proc/{id}/stat") is [var line, ..] && line.LastIndexOf(')') is > 0 and int end
        ? ["", "", .. line[(end + 2)..].Split(' ')]
        : [];

    // A process that has ended meanwhile has nothing to read.
    private static string[] Lines(string file)
    {
        try
        {
            return File.ReadAllLines(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
