using System.Globalization;

namespace ThesisApp.Benchmarks.Processes;

/// <summary>How busy the machine was for a while, and what share of it went to processes that had nothing to do with the measurement.</summary>
internal sealed class CpuWindow
{
    private const double TicksPerSecond = 100;
    private const double QuietBusySeconds = 0.25;
    private const int LongestWaitForQuiet = 15;

    private readonly int[] _roots;
    private readonly double _busy;
    private readonly double _own;
    private readonly long _start;

    /// <summary>Opens the window.</summary>
    /// <param name="roots">Processes whose families belong to the measurement, beside this one's own time.</param>
    public CpuWindow(IEnumerable<int> roots)
    {
        _roots = [.. roots];
        _busy = BusySeconds();
        _own = OwnSeconds();
        _start = TimeProvider.System.GetTimestamp();
    }

    /// <summary>Per cent of the machine that was busy, and that others used, since the window was opened.</summary>
    public CpuShare Close()
    {
        double all = TimeProvider.System.GetElapsedTime(_start).TotalSeconds * Environment.ProcessorCount;
        double busy = BusySeconds() - _busy;
        double own = OwnSeconds() - _own;
        return new CpuShare(100 * busy / all, 100 * Math.Max(0, busy - own) / all, own);
    }

    /// <summary>Waits until the machine does little, but not for ever.</summary>
    public static async Task WaitForQuietAsync(CancellationToken cancellationToken)
    {
        for (int i = 0; i < LongestWaitForQuiet; i++)
        {
            double before = BusySeconds();
            await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
            if (BusySeconds() - before < QuietBusySeconds)
            {
                return;
            }
        }
    }

    private static double BusySeconds()
    {
        double[] ticks =
        [
            .. File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Take(8).Select(field => double.Parse(field, CultureInfo.InvariantCulture)),
        ];
        return (ticks.Sum() - ticks[3] - ticks[4]) / TicksPerSecond;
    }

    private double OwnSeconds() => _roots.Sum(ProcessFamily.CpuSeconds) + ProcessFamily.OwnCpuSeconds(Environment.ProcessId);
}
