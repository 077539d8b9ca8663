namespace ThesisApp.Coordination.Board;

/// <summary>
/// Runs that may have work, in the order in which this process asks them for it: by priority, and among equals in proportion to their weights, evenly spread (stride scheduling, Waldspurger and
/// Weihl, MIT/LCS/TM-528, 1995), so that a small run is not kept waiting by a large one. Every step takes a time that grows with the logarithm of the number of runs. Thread-safe.
/// </summary>
internal sealed class RunRotation
{
    // Divisible by every weight up to 20, so that small weights share out exactly.
    private const long Stride = 232_792_560;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Entry> _known = new(StringComparer.Ordinal);
    private readonly SortedSet<Entry> _offered = new(Comparer<Entry>.Create(Compare));
    private readonly Dictionary<int, long> _clocks = [];
    private long _arrivals;
    private long _offers;

    /// <summary>Puts a run into the row unless it stands in it.</summary>
    public void Offer(string runId)
    {
        lock (_lock)
        {
            Entry entry = Know(runId);
            entry.Offers = ++_offers;
            if (!entry.IsOffered)
            {
                // Who was away has no claim on the turns that others took meanwhile.
                entry.Pass = Math.Max(entry.Pass, Clock(entry.Priority));
                entry.Arrival = _arrivals++;
                Add(entry);
            }
        }
    }

    /// <summary>Says what a run's share is; until then it is taken for an ordinary one.</summary>
    public void Rank(string runId, int priority, int weight)
    {
        lock (_lock)
        {
            Entry entry = Know(runId);
            entry.Weight = Math.Max(1, weight);
            if (entry.Priority != priority)
            {
                bool offered = entry.IsOffered;
                Remove(entry);
                entry.Priority = priority;
                entry.Pass = Clock(priority);
                if (offered)
                {
                    Add(entry);
                }
            }
        }
    }

    /// <summary>The run whose turn it is; null if there is none.</summary>
    public string? Next()
    {
        lock (_lock)
        {
            if (_offered.Min is not { } entry)
            {
                return null;
            }

            _clocks[entry.Priority] = Math.Max(Clock(entry.Priority), entry.Pass);
            Remove(entry);
            entry.Pass += Stride / entry.Weight;
            Add(entry);
            return entry.RunId;
        }
    }

    /// <summary>Which offer of a run was the last; another number means that it was put into the row again.</summary>
    public long Offers(string runId)
    {
        lock (_lock)
        {
            return _known.TryGetValue(runId, out Entry? entry) ? entry.Offers : 0;
        }
    }

    /// <summary>Takes out a run that had no work when it was asked; its share is remembered. One that was put into the row since then, as <see cref="Offers"/> was read, stays.</summary>
    public void Drop(string runId, long offers)
    {
        lock (_lock)
        {
            if (_known.TryGetValue(runId, out Entry? entry) && entry.Offers == offers)
            {
                Remove(entry);
            }
        }
    }

    /// <summary>Forgets a run that had ended when it was asked, unless it was put into the row since then, as <see cref="Offers"/> was read.</summary>
    public void Forget(string runId, long offers)
    {
        lock (_lock)
        {
            if (Offers(runId) == offers)
            {
                Forget(runId);
            }
        }
    }

    /// <summary>Forgets a run that has ended.</summary>
    public void Forget(string runId)
    {
        lock (_lock)
        {
            if (_known.Remove(runId, out Entry? entry))
            {
                Remove(entry);
            }
        }
    }

    /// <summary>Forgets all runs that are not in the row and not among these.</summary>
    public void Keep(IReadOnlyCollection<string> runIds)
    {
        lock (_lock)
        {
            // Only what has ended since is to go: that is worth a look once there is much of it.
            if (_known.Count <= 2 * (runIds.Count + _offered.Count) + 64)
            {
                return;
            }

            HashSet<string> wanted = [.. runIds];
            foreach (Entry entry in _known.Values.Where(entry => !entry.IsOffered && !wanted.Contains(entry.RunId)).ToArray())
            {
                _known.Remove(entry.RunId);
            }
        }
    }

    /// <summary>True if some other run may have work.</summary>
    public bool HasOther(string runId)
    {
        lock (_lock)
        {
            return _offered.Count > 1 || (_offered.Min is { } only && only.RunId != runId);
        }
    }

    /// <summary>True if some run of a higher priority may have work.</summary>
    public bool HasMoreUrgent(string runId)
    {
        lock (_lock)
        {
            return _offered.Min is { } first && first.Priority > (_known.TryGetValue(runId, out Entry? entry) ? entry.Priority : 0);
        }
    }

    // How far the turns of a priority have come.
    private long Clock(int priority) => _clocks.GetValueOrDefault(priority);

    private Entry Know(string runId) =>
        _known.TryGetValue(runId, out Entry? entry) ? entry : _known[runId] = new Entry(runId);

    // The set knows an entry by its place alone, so one that is not in it must not be looked for.
    private void Add(Entry entry)
    {
        entry.IsOffered = true;
        _offered.Add(entry);
    }

    private void Remove(Entry entry)
    {
        if (entry.IsOffered)
        {
            entry.IsOffered = false;
            _offered.Remove(entry);
        }
    }

    private static int Compare(Entry? a, Entry? b)
    {
        int order = b!.Priority.CompareTo(a!.Priority);
        order = order != 0 ? order : a.Pass.CompareTo(b.Pass);

        // Each process has an order of its own among equals: agents that all asked the same run first would only take its tasks from each other.
        order = order != 0 ? order : a.Lot.CompareTo(b.Lot);
        return order != 0 ? order : a.Arrival.CompareTo(b.Arrival);
    }

    private sealed class Entry(string runId)
    {
        public string RunId { get; } = runId;

        public bool IsOffered { get; set; }

        public int Lot { get; } = Random.Shared.Next();

        public long Arrival { get; set; }

        public long Offers { get; set; }

        public int Priority { get; set; }

        public int Weight { get; set; } = 1;

        public long Pass { get; set; }
    }
}
