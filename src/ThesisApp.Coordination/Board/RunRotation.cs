namespace ThesisApp.Coordination.Board;

/// <summary>Runs that may have work, taken in turn, so that no run waits for another to end. Thread-safe.</summary>
internal sealed class RunRotation
{
    private readonly Lock _lock = new();
    private readonly LinkedList<string> _order = [];
    private readonly Dictionary<string, LinkedListNode<string>> _nodes = new(StringComparer.Ordinal);

    /// <summary>Puts a run at the end of the row unless it stands in it.</summary>
    public void Offer(string runId)
    {
        lock (_lock)
        {
            if (!_nodes.ContainsKey(runId))
            {
                _nodes[runId] = _order.AddLast(runId);
            }
        }
    }

    /// <summary>The run whose turn it is, moved to the end; null if there is none.</summary>
    public string? Next()
    {
        lock (_lock)
        {
            if (_order.First is not { } first)
            {
                return null;
            }

            _order.RemoveFirst();
            _order.AddLast(first);
            return first.Value;
        }
    }

    /// <summary>Takes out a run that has no work now.</summary>
    public void Drop(string runId)
    {
        lock (_lock)
        {
            if (_nodes.Remove(runId, out LinkedListNode<string>? node))
            {
                _order.Remove(node);
            }
        }
    }

    /// <summary>True if some other run may have work.</summary>
    public bool HasOther(string runId)
    {
        lock (_lock)
        {
            return _nodes.Count > (_nodes.ContainsKey(runId) ? 1 : 0);
        }
    }
}
