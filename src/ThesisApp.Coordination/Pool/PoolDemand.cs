namespace ThesisApp.Coordination.Pool;

/// <summary>How much work there is for agents, in all runs that go on.</summary>
/// <param name="Ready">Tasks that could be leased now.</param>
/// <param name="Leased">Tasks that agents have in hand.</param>
/// <param name="Kinds">The same by kind of task, and how long those took that were done lately.</param>
public sealed record PoolDemand(int Ready, int Leased, IReadOnlyList<KindDemand> Kinds)
{
    /// <summary>All of it together.</summary>
    public static PoolDemand Sum(IReadOnlyCollection<PoolDemand> demands)
    {
        Dictionary<string, KindDemand> kinds = new(StringComparer.Ordinal);
        foreach (KindDemand kind in demands.SelectMany(demand => demand.Kinds))
        {
            kinds[kind.Kind] = kinds.TryGetValue(kind.Kind, out KindDemand? others) ? others.Plus(kind) : kind;
        }

        return new PoolDemand(demands.Sum(demand => demand.Ready), demands.Sum(demand => demand.Leased), [.. kinds.Values]);
    }
}
