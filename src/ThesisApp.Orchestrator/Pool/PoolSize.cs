using ThesisApp.Coordination.Pool;

namespace ThesisApp.Orchestrator.Pool;

/// <summary>How many sandboxes the work is worth.</summary>
internal static class PoolSize
{
    /// <summary>Until a task has been done nobody knows how long one takes; this is an ordinary model's pace (<c>Core/Planning/TaskCosts</c>).</summary>
    private const double UsualSecondsPerCost = 0.03;

    /// <summary>
    /// As many as it takes to get through what is in hand and what waits within the horizon; never more than there are tasks, since an agent does one at a time, and at least one if there is any.
    /// </summary>
    public static int Of(PoolDemand demand, PoolOptions options)
    {
        int tasks = demand.Ready + demand.Leased;
        double pace = demand.SampleCost > 0 ? demand.SampleTime.TotalSeconds / demand.SampleCost : UsualSecondsPerCost;

        // What is in hand is taken for as large as what waits, or as what was done lately.
        double each = demand.Ready > 0 ? demand.ReadyCost / demand.Ready : 1;
        double seconds = (demand.ReadyCost + (demand.Leased * each)) * pace;
        int worth = (int)Math.Min(tasks, Math.Ceiling(seconds / options.Horizon.TotalSeconds));
        return Math.Clamp(Math.Max(worth, Math.Min(tasks, 1)), options.Min, options.Max);
    }
}
