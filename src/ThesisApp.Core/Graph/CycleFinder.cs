namespace ThesisApp.Core.Graph;

/// <summary>Finds a cycle by depth-first search (Tarjan 1972), without recursion, so that a long chain does not exhaust the stack.</summary>
public static class CycleFinder
{
    /// <summary>Looks for a cycle.</summary>
    /// <param name="needs">For each node the nodes that it needs; nodes that are no key are passed over.</param>
    /// <returns>The nodes of one cycle, each needing the next and the last needing the first; null if there is none.</returns>
    public static IReadOnlyList<string>? Find(IReadOnlyDictionary<string, IReadOnlyList<string>> needs)
    {
        ArgumentNullException.ThrowIfNull(needs);
        HashSet<string> finished = new(StringComparer.Ordinal);
        Dictionary<string, int> depth = new(StringComparer.Ordinal);
        List<string> path = [];
        Stack<(string Node, int Next)> stack = new();
        foreach (string start in needs.Keys.Order(StringComparer.Ordinal))
        {
            if (finished.Contains(start))
            {
                continue;
            }

            Enter(start);
            while (stack.TryPop(out (string Node, int Next) top))
            {
                IReadOnlyList<string> targets = needs[top.Node];
                if (top.Next == targets.Count)
                {
                    finished.Add(top.Node);
                    depth.Remove(top.Node);
                    path.RemoveAt(path.Count - 1);
                    continue;
                }

                stack.Push((top.Node, top.Next + 1));
                string target = targets[top.Next];
                if (depth.TryGetValue(target, out int from))
                {
                    return path[from..];
                }

                if (!finished.Contains(target) && needs.ContainsKey(target))
                {
                    Enter(target);
                }
            }
        }

        return null;

        void Enter(string node)
        {
            depth[node] = path.Count;
            path.Add(node);
            stack.Push((node, 0));
        }
    }
}
