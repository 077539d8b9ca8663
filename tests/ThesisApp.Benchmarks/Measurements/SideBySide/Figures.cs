using System.Globalization;

namespace ThesisApp.Benchmarks.Measurements.SideBySide;

/// <summary>Figures of contenders, from all runs.</summary>
internal sealed class Figures
{
    private readonly List<(string What, string Unit)> _order = [];
    private readonly Dictionary<(string What, string Contender), List<double>> _values = [];

    /// <summary>Adds a run's figure.</summary>
    public void Add(string contender, string what, string unit, double value)
    {
        if (!_order.Contains((what, unit)))
        {
            _order.Add((what, unit));
        }

        if (!_values.TryGetValue((what, contender), out List<double>? runs))
        {
            _values[(what, contender)] = runs = [];
        }

        runs.Add(value);
    }

    /// <summary>The figures of every run, or none.</summary>
    public IReadOnlyList<double> Runs(string contender, string what) => _values.GetValueOrDefault((what, contender)) ?? [];

    /// <summary>The median, or null if nothing was measured.</summary>
    public double? Median(string contender, string what) => Runs(contender, what) is { Count: > 0 } runs ? Statistics.Percentile(runs, 0.5) : null;

    /// <summary>Prints median, least and most of each.</summary>
    public void Print(TextWriter output)
    {
        foreach ((string what, string unit) in _order)
        {
            output.WriteLine($"  {what} ({unit}): median [least..most]");
            foreach (((_, string contender), List<double> runs) in _values.Where(entry => entry.Key.What == what))
            {
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"    {contender,-22} {Statistics.Percentile(runs, 0.5),10:#,0.###} [{runs.Min():#,0.###}..{runs.Max():#,0.###}] of {runs.Count}"));
            }
        }
    }
}
