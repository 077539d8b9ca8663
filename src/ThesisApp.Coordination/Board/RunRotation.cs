namespace ThesisApp.Coordination.Board;

/// <summary>
/// Runs that may have work, in the order in which this process asks them for it: by priority, and among equals in proportion to their weights, evenly spread (smooth weighted round robin, as nginx
/// does it), so that a small run is not kept waiting by a large one. Thread-safe.
/// </summary>
internal sealed class RunRotation
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Entry> _known = new(StringComparer.Ordinal);
    private long _arrivals;

    /// <summary>Puts a run into the row unless it stands in it.</summary>
    public void Offer(string runId)
    {
        lock (_lock)
        {
            Entry entry = Know(runId);
            if (!entry.IsOffered)
            {
                entry.IsOffered = true;
                entry.Credit = 0;
                entry.Arrival = _arrivals++;
            }
        }
    }

    /// <summary>Says what a run's share is; until then it is taken for an ordinary one.</summary>
    public void Rank(string runId, int priority, int weight)
    {
        lock (_lock)
        {
            Entry entry = Know(runId);
            entry.Priority = priority;
            entry.Weight = Math.Max(1, weight);
        }
    }

    /// <summary>The run whose turn it is; null if there is none.</summary>
    public string? Next()
    {
        lock (_lock)
        {
            Entry[] offered = [.. _known.Values.Where(entry => entry.IsOffered)];
            if (offered.Length == 0)
            {
                return null;
            }

            int top = offered.Max(entry => entry.Priority);
            Entry? best = null;
            int total = 0;
            foreach (Entry entry in offered.Where(entry => entry.Priority == top))
            {
                entry.Credit += entry.Weight;
                total += entry.Weight;
                if (best is null || entry.Credit > best.Credit || (entry.Credit == best.Credit && entry.Arrival < best.Arrival))
                {
                    best = entry;
                }
            }

            best!.Credit -= total;
            return best.RunId;
        }
    }

    /// <summary>Takes out a run that has no work now; its share is remembered.</summary>
    public void Drop(string runId)
    {
        lock (_lock)
        {
            if (_known.TryGetValue(runId, out Entry? entry))
            {
                entry.IsOffered = false;
            }
        }
    }

    /// <summary>Forgets a run that has ended.</summary>
    public void Forget(string runId)
    {
        lock (_lock)
        {
            _known.Remove(runId);
        }
    }

    /// <summary>True if some other run may have work.</summary>
    public bool HasOther(string runId)
    {
        lock (_lock)
        {
            return _known.Values.Any(entry => entry.IsOffered && entry.RunId != runId);
        }
    }

    private Entry Know(string runId) =>
        _known.TryGetValue(runId, out Entry? entry) ? entry : _known[runId] = new Entry(runId);

    private sealed class Entry(string runId)
    {
        public string RunId { get; } = runId;

        public bool IsOffered { get; set; }

        public long Arrival { get; set; }

        public int Priority { get; set; }

        public int Weight { get; set; } = 1;

        public int Credit { get; set; }
    }
}
