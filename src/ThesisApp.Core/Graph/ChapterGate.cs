namespace ThesisApp.Core.Graph;

/// <summary>Tells which chapters have all that they need from outside, so that their sandboxes can be started.</summary>
public static class ChapterGate
{
    /// <summary>
    /// Chapters whose dependencies are complete: every task outside that one of their own needs is done, or can never be, since it or what it needs is a dead letter: the rest of the chapter goes on as far as it can. What itself waits for the chapter does not count: sections depend on each other's artifacts, not on chapters, so two chapters may wait for each other
    /// although no section does.
    /// </summary>
    /// <param name="tasks">All tasks of the run.</param>
    /// <param name="isDone">Whether a task is done.</param>
    /// <param name="isDead">Whether a task is a dead letter.</param>
    public static IReadOnlySet<string> Open(IReadOnlyCollection<TaskDefinition> tasks, Func<string, bool> isDone, Func<string, bool> isDead)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        ArgumentNullException.ThrowIfNull(isDone);
        ArgumentNullException.ThrowIfNull(isDead);
        HashSet<string> lost = Lost(tasks, isDead);

        // Each chapter is taken for one node, each other task for one of its own. As long as anything is ready, some of it is in no closed chapter: one that is closed waits for nodes that do not wait for it, so
        // there is a first one that waits for none.
        Dictionary<string, string> nodes = tasks.ToDictionary(task => task.Id, NodeOf, StringComparer.Ordinal);
        ILookup<string, string> needs = tasks.SelectMany(task => task.Needs.Select(need => (Node: NodeOf(task), Need: need))).ToLookup(edge => edge.Node, edge => edge.Need, StringComparer.Ordinal);
        HashSet<string> open = new(StringComparer.Ordinal);
        foreach (TaskDefinition task in tasks.Where(task => task.Chapter is not null).DistinctBy(task => task.Chapter))
        {
            string chapter = NodeOf(task);
            if (needs[chapter].Where(need => !isDone(need) && !lost.Contains(need)).Select(Node).Distinct(StringComparer.Ordinal).All(node => WaitsFor(node, chapter, [])))
            {
                open.Add(task.Chapter!);
            }
        }

        return open;

        string Node(string taskId) => nodes.GetValueOrDefault(taskId, taskId);

        bool WaitsFor(string node, string chapter, HashSet<string> seen) => node == chapter || (seen.Add(node) && needs[node].Any(need => WaitsFor(Node(need), chapter, seen)));
    }

    // Dead letters, and all that needs one.
    private static HashSet<string> Lost(IReadOnlyCollection<TaskDefinition> tasks, Func<string, bool> isDead)
    {
        ILookup<string, string> dependents = tasks.SelectMany(task => task.Needs.Select(need => (need, task.Id))).ToLookup(edge => edge.need, edge => edge.Id, StringComparer.Ordinal);
        HashSet<string> lost = new(StringComparer.Ordinal);
        Stack<string> next = new(tasks.Select(task => task.Id).Where(isDead));
        while (next.TryPop(out string? task))
        {
            if (lost.Add(task))
            {
                foreach (string dependent in dependents[task])
                {
                    next.Push(dependent);
                }
            }
        }

        return lost;
    }

    // No task's id begins so.
    private static string NodeOf(TaskDefinition task) => task.Chapter is { } chapter ? $"@chapter {chapter}" : task.Id;
}
