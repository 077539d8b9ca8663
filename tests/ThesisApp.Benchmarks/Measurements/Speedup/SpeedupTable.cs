using System.Globalization;
using ThesisApp.Core.Graph;

namespace ThesisApp.Benchmarks.Measurements.Speedup;

/// <summary>What was measured of one thesis.</summary>
/// <param name="model">What it was written with.</param>
/// <param name="thesis">The thesis.</param>
/// <param name="runs">Its runs by the number of agents; some with one agent.</param>
internal sealed class SpeedupTable(ISpeedupModel model, SpeedupThesis thesis, IReadOnlyDictionary<int, IReadOnlyList<SpeedupRun>> runs)
{
    private readonly RealisedGraph _graph = RealisedGraph.Of([.. runs.Values.SelectMany(all => all)]);

    /// <summary>Each run's time over what the graph allows.</summary>
    public IReadOnlyList<double> OverBound(int agents) => [.. runs[agents].Select(run => run.Seconds / _graph.Bound(agents))];

    /// <summary>Each run's time over the median time of one agent.</summary>
    public IReadOnlyList<double> OverOne(int agents) => [.. runs[agents].Select(run => run.Seconds / Median(1))];

    /// <summary>Prints it.</summary>
    public async Task PrintAsync(TextWriter output)
    {
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"\n  {thesis.Name}; {runs[1][0].Tasks.Count} tasks; all {_graph.Total * thesis.Compression:F0} s of model time, longest path {_graph.CriticalPath * thesis.Compression:F0} s, each task at the least time that it took{OwnWork()}"));
        await output.WriteLineAsync("  | agents | seconds, median (least to most) | model time | speed-up | bound | share of the bound | the board's order alone | on the path of the median run: tasks, s between them, s over their least |");
        await output.WriteLineAsync("  |---|---|---|---|---|---|---|---|");
        foreach (int agents in runs.Keys.Order())
        {
            BindingPath path = _graph.PathOf(runs[agents].OrderBy(run => run.Seconds).ElementAt(runs[agents].Count / 2));
            double[] seconds = [.. runs[agents].Select(run => run.Seconds)];
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"  | {agents} | {Median(agents):F2} ({seconds.Min():F2} to {seconds.Max():F2}) | {TimeSpan.FromSeconds(Median(agents) * thesis.Compression):h\\:mm\\:ss} | {Median(1) / Median(agents):F2} | "
                + $"{_graph.Total / _graph.Bound(agents):F2} | {_graph.Bound(agents) / Median(agents):P1} | {_graph.Bound(agents) / _graph.ListSchedule(agents):P1} | {path.Tasks}, {path.Between:F2}, {path.Over:F2} |"));
        }
    }

    private double Median(int agents) => Statistics.Percentile([.. runs[agents].Select(run => run.Seconds)], 0.5);

    // What tasks took beyond the model's time: reading, composing, storing.
    private string OwnWork()
    {
        Dictionary<string, int> words = thesis.Outline.Sections.ToDictionary(section => section.Id, section => section.Words, StringComparer.Ordinal);
        double?[] waited = [.. runs[1][0].Tasks.Select(task => model.SecondsOf(task.Kind, task.Id, task.Kind is TaskKinds.Draft or TaskKinds.Review ? words[task.Id[(task.Id.IndexOf(':', StringComparison.Ordinal) + 1)..]] : 0))];
        return waited.Any(seconds => seconds is null)
            ? string.Empty
            : string.Create(CultureInfo.InvariantCulture, $"; own work {(_graph.Total - (waited.Sum()!.Value / thesis.Compression)) / _graph.Total:P1} of it");
    }
}
