using ThesisApp.Core.Graph;

namespace ThesisApp.Benchmarks.Measurements.Speedup;

/// <summary>The graph of a run with the times that its tasks took: what it lets a number of agents reach.</summary>
internal sealed class RealisedGraph
{
    private readonly TaskGraph _graph;

    private readonly Dictionary<string, TaskDefinition> _tasks;

    private RealisedGraph(TaskGraph graph)
    {
        _graph = graph;
        _tasks = graph.Order.ToDictionary(task => task.Id, StringComparer.Ordinal);
    }

    /// <summary>Seconds of all tasks together.</summary>
    public double Total => _graph.TotalCost;

    /// <summary>Seconds of the longest path.</summary>
    public double CriticalPath => _graph.CriticalPathCost;

    /// <summary>Of runs by any numbers of agents. Each task counts with the least time that it ever took, for all above that was somebody's standing in its way: so no disturbance makes the bound look near.</summary>
    public static RealisedGraph Of(IReadOnlyList<SpeedupRun> runs)
    {
        Dictionary<string, double> seconds = runs.SelectMany(run => run.Tasks).GroupBy(task => task.Id, StringComparer.Ordinal).ToDictionary(
            group => group.Key, group => group.Min(task => (task.FinishedAt!.Value - task.StartedAt!.Value).TotalSeconds), StringComparer.Ordinal);
        return new RealisedGraph(TaskGraph.Create([.. runs[0].Tasks.Select(task => new TaskDefinition
        {
            Id = task.Id,
            Kind = task.Kind,
            Title = task.Title,
            Cost = seconds[task.Id],
            Priority = task.Priority,

            // What the plan adds waits for the plan without saying so.
            Needs = task.Needs.Count > 0 || task.Kind is TaskKinds.Ingest or TaskKinds.Plan ? task.Needs : ["plan"],
        })]));
    }

    /// <summary>What a run's end hung on.</summary>
    public BindingPath PathOf(SpeedupRun run) => BindingPath.Of(run, id => _tasks[id].Needs, id => _tasks[id].Cost);

    /// <summary>Seconds that no schedule can beat: max(critical path, total / agents).</summary>
    public double Bound(int agents) => _graph.LowerBound(agents);

    /// <summary>Seconds of the board's order of tasks, if a lease cost nothing and no agent stood in another's way.</summary>
    public double ListSchedule(int agents) => TestSupport.Graphs.ListSchedule.Length(_graph.Order, agents, task => task.Cost);
}
