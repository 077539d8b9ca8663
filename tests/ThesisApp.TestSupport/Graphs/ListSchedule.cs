using ThesisApp.Core.Graph;

namespace ThesisApp.TestSupport.Graphs;

/// <summary>What becomes of a graph when workers take what is ready, the highest priority first: the board's way, computed exactly instead of waited for.</summary>
public static class ListSchedule
{
    /// <summary>When the last task ends, if all are known from the start and nothing costs time but the tasks.</summary>
    /// <param name="tasks">A graph, with priorities.</param>
    /// <param name="workers">How many work.</param>
    /// <param name="duration">How long a task takes.</param>
    public static double Length(IReadOnlyList<TaskDefinition> tasks, int workers, Func<TaskDefinition, double> duration)
    {
        ILookup<string, TaskDefinition> dependents = tasks.SelectMany(task => task.Needs.Distinct(StringComparer.Ordinal).Select(need => (need, task))).ToLookup(edge => edge.need, edge => edge.task, StringComparer.Ordinal);
        Dictionary<string, int> waits = tasks.ToDictionary(task => task.Id, task => task.Needs.Distinct(StringComparer.Ordinal).Count(), StringComparer.Ordinal);
        PriorityQueue<TaskDefinition, (double, string)> ready = new(tasks.Where(task => waits[task.Id] == 0).Select(task => (task, Order(task))), Comparer<(double, string)>.Create(Compare));
        PriorityQueue<TaskDefinition, double> running = new();
        double now = 0;
        while (ready.Count > 0 || running.Count > 0)
        {
            while (running.Count < workers && ready.TryDequeue(out TaskDefinition? next, out _))
            {
                running.Enqueue(next, now + duration(next));
            }

            running.TryDequeue(out TaskDefinition? done, out now);
            foreach (TaskDefinition dependent in dependents[done!.Id])
            {
                if (--waits[dependent.Id] == 0)
                {
                    ready.Enqueue(dependent, Order(dependent));
                }
            }
        }

        return now;
    }

    // As the store orders what is ready: by priority, then by the bytes of the id.
    private static (double NegativePriority, string Id) Order(TaskDefinition task) => (-task.Priority, task.Id);

    private static int Compare((double NegativePriority, string Id) one, (double NegativePriority, string Id) other) =>
        one.NegativePriority.CompareTo(other.NegativePriority) is not 0 and var byPriority ? byPriority : string.CompareOrdinal(one.Id, other.Id);
}
