using ThesisApp.Core.Graph;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Planning;
using ThesisApp.TestSupport.Graphs;

namespace ThesisApp.Benchmarks.Measurements.Speedup;

/// <summary>What the graph would give with other times than those that were measured: computed for many seeds, so that nobody has to trust one.</summary>
internal static class OtherDraws
{
    /// <summary>Speed-up of the list schedule, and its share of the bound, for each seed from 1.</summary>
    public static IReadOnlyList<(double Speedup, double Share)> Of(Outline outline, int agents, int seeds)
    {
        IReadOnlyList<TaskDefinition> tasks = RunPlanner.Expand(outline);
        Dictionary<string, int> words = outline.Sections.ToDictionary(section => section.Id, section => section.Words, StringComparer.Ordinal);
        List<(double, double)> draws = [];
        for (int seed = 1; seed <= seeds; seed++)
        {
            ModelTime model = new(seed);
            TaskGraph graph = TaskGraph.Create([.. tasks.Select(task => task with { Cost = model.Seconds(task.Kind, task.Id, words.GetValueOrDefault(task.Subject ?? string.Empty)) })]);
            double length = ListSchedule.Length(graph.Order, agents, task => task.Cost);
            draws.Add((graph.TotalCost / length, graph.LowerBound(agents) / length));
        }

        return draws;
    }
}
