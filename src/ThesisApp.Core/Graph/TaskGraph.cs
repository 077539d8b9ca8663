namespace ThesisApp.Core.Graph;

/// <summary>A checked graph of tasks: order, critical path, priorities, bounds.</summary>
public sealed class TaskGraph
{
    private readonly Dictionary<string, TaskDefinition> _byId;
    private readonly Dictionary<string, double> _remaining;

    private TaskGraph(IReadOnlyList<TaskDefinition> order, Dictionary<string, TaskDefinition> byId, Dictionary<string, double> remaining)
    {
        Order = order;
        _byId = byId;
        _remaining = remaining;
    }

    /// <summary>The tasks, each after all that it needs.</summary>
    public IReadOnlyList<TaskDefinition> Order { get; }

    /// <summary>Cost of all tasks together: what one worker takes.</summary>
    public double TotalCost => _byId.Values.Sum(task => task.Cost);

    /// <summary>Cost of the longest path: what no number of workers can beat.</summary>
    public double CriticalPathCost => _remaining.Count == 0 ? 0 : _remaining.Values.Max();

    /// <summary>Checks and orders tasks (Kahn 1962).</summary>
    /// <param name="tasks">The tasks.</param>
    /// <param name="known">Ids of tasks outside the list that may be needed, such as tasks that are done.</param>
    /// <exception cref="InvalidGraphException">An id is used twice, a need is unknown, or there is a cycle.</exception>
    public static TaskGraph Create(IReadOnlyList<TaskDefinition> tasks, IReadOnlySet<string>? known = null)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        Dictionary<string, TaskDefinition> byId = new(tasks.Count, StringComparer.Ordinal);
        foreach (TaskDefinition task in tasks)
        {
            if (!byId.TryAdd(task.Id, task))
            {
                throw new InvalidGraphException($"The task id '{task.Id}' is used twice.");
            }
        }

        foreach (TaskDefinition task in tasks)
        {
            if (task.Needs.FirstOrDefault(need => !byId.ContainsKey(need) && known?.Contains(need) != true) is { } missing)
            {
                throw new InvalidGraphException($"The task '{task.Id}' needs '{missing}', which does not exist.");
            }
        }

        List<TaskDefinition> order = Sort(tasks, byId);
        if (order.Count < tasks.Count)
        {
            IReadOnlyList<string> cycle = CycleFinder.Find(tasks.ToDictionary(task => task.Id, task => task.Needs, StringComparer.Ordinal))!;
            throw new InvalidGraphException($"The tasks wait for each other: {string.Join(" -> ", cycle.Append(cycle[0]))}.");
        }

        return new TaskGraph(order, byId, Remaining(order));
    }

    /// <summary>Longest path from the start of a task to the end of the graph, its own cost included.</summary>
    public double RemainingCost(string taskId) => _remaining[taskId];

    /// <summary>The tasks of a longest path, first to last.</summary>
    public IReadOnlyList<TaskDefinition> CriticalPath()
    {
        List<TaskDefinition> path = [];
        ILookup<string, TaskDefinition> dependents = Order.SelectMany(task => task.Needs.Distinct(StringComparer.Ordinal).Select(need => (need, task))).ToLookup(edge => edge.need, edge => edge.task, StringComparer.Ordinal);
        IEnumerable<TaskDefinition> candidates = Order;
        while (candidates.OrderByDescending(task => _remaining[task.Id]).ThenBy(task => task.Id, StringComparer.Ordinal).FirstOrDefault() is { } next)
        {
            path.Add(next);
            candidates = dependents[next.Id];
        }

        return path;
    }

    /// <summary>The time that no schedule on a number of workers can beat: the longer of the critical path and the even share (Graham 1969).</summary>
    public double LowerBound(int workers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        return Math.Max(CriticalPathCost, TotalCost / workers);
    }

    /// <summary>The tasks with their priorities: the longer the path behind a task, the sooner it is leased.</summary>
    public IReadOnlyList<TaskDefinition> WithPriorities() => [.. Order.Select(task => task with { Priority = _remaining[task.Id] })];

    private static List<TaskDefinition> Sort(IReadOnlyList<TaskDefinition> tasks, Dictionary<string, TaskDefinition> byId)
    {
        Dictionary<string, int> waits = new(tasks.Count, StringComparer.Ordinal);
        Dictionary<string, List<TaskDefinition>> dependents = new(StringComparer.Ordinal);
        foreach (TaskDefinition task in tasks)
        {
            string[] needs = [.. task.Needs.Where(byId.ContainsKey).Distinct(StringComparer.Ordinal)];
            waits[task.Id] = needs.Length;
            foreach (string need in needs)
            {
                (dependents.TryGetValue(need, out List<TaskDefinition>? list) ? list : dependents[need] = []).Add(task);
            }
        }

        List<TaskDefinition> order = new(tasks.Count);
        Queue<TaskDefinition> ready = new(tasks.Where(task => waits[task.Id] == 0));
        while (ready.TryDequeue(out TaskDefinition? task))
        {
            order.Add(task);
            foreach (TaskDefinition dependent in dependents.GetValueOrDefault(task.Id) ?? [])
            {
                if (--waits[dependent.Id] == 0)
                {
                    ready.Enqueue(dependent);
                }
            }
        }

        return order;
    }

    private static Dictionary<string, double> Remaining(List<TaskDefinition> order)
    {
        Dictionary<string, double> behind = new(order.Count, StringComparer.Ordinal);
        Dictionary<string, double> remaining = new(order.Count, StringComparer.Ordinal);
        for (int i = order.Count - 1; i >= 0; i--)
        {
            TaskDefinition task = order[i];
            double own = task.Cost + behind.GetValueOrDefault(task.Id);
            remaining[task.Id] = own;
            foreach (string need in task.Needs)
            {
                behind[need] = Math.Max(behind.GetValueOrDefault(need), own);
            }
        }

        return remaining;
    }
}
