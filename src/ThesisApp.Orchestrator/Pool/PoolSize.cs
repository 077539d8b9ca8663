using ThesisApp.Coordination.Pool;

namespace ThesisApp.Orchestrator.Pool;

/// <summary>How many sandboxes the work is worth.</summary>
internal static class PoolSize
{
    /// <summary>
    /// As many as it takes to get through what is in hand and what waits within the horizon; never more than there are tasks, since an agent does one at a time, and at least one if there is any.
    /// A task of a kind whose pace nobody knows counts for one: a sandbox too many costs some processor time once, one too few costs as long as a task takes.
    /// </summary>
    public static int Of(PoolDemand demand, KindPaces paces, PoolOptions options)
    {
        double worth = demand.Kinds.Sum(kind => paces.Of(kind.Kind) is { } pace ? Math.Min(kind.Tasks, kind.Cost * pace / options.Horizon.TotalSeconds) : kind.Tasks);
        int tasks = demand.Ready + demand.Leased;

        // Kinds are counted in parts of tasks where there are many.
        int wanted = Math.Clamp((int)Math.Ceiling(Math.Round(worth, 2)), Math.Min(tasks, 1), tasks);
        return Math.Clamp(wanted, options.Min, options.Max);
    }
}
