using System.Globalization;
using System.Runtime.InteropServices;

namespace ThesisApp.Benchmarks;

/// <summary>Where a figure was measured: without that it says nothing.</summary>
internal static class Machine
{
    /// <summary>Prints cores, memory, load, operating system, runtime and build.</summary>
    public static void Print(TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Machine: {Environment.ProcessorCount} cores ({Processor()}), {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024.0 * 1024 * 1024):F1} GB, {RuntimeInformation.OSDescription}, {RuntimeInformation.OSArchitecture}"));
        output.WriteLine($"Runtime: {RuntimeInformation.FrameworkDescription}, {Build} build; load before: {Load()}");
    }

    private static string Build =>
#if DEBUG
        "Debug (use -c Release)";
#else
        "Release";
#endif

    private static string Processor() => FirstLine("/proc/cpuinfo", line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown processor";

    private static string Load() => FirstLine("/proc/loadavg", _ => true) is { } line ? string.Join(' ', line.Split(' ')[..3]) : "unknown";

    private static string? FirstLine(string path, Func<string, bool> isWanted) => File.Exists(path) ? File.ReadLines(path).FirstOrDefault(isWanted) : null;
}
