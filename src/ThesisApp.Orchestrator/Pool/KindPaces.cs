using ThesisApp.Coordination.Pool;

namespace ThesisApp.Orchestrator.Pool;

/// <summary>How long tasks of each kind take, as far as this orchestrator has seen any: the kinds have little in common (one asks no model, another waits for a long answer), so none says anything of another.</summary>
internal sealed class KindPaces
{
    private readonly Dictionary<string, double> _secondsPerCost = new(StringComparer.Ordinal);

    /// <summary>Takes in what was done lately. It stays when the run is over: the next one begins with the same kinds.</summary>
    public void Learn(PoolDemand demand)
    {
        foreach (KindDemand kind in demand.Kinds.Where(kind => kind.SampleCost > 0))
        {
            _secondsPerCost[kind.Kind] = kind.SampleTime.TotalSeconds / kind.SampleCost;
        }
    }

    /// <summary>Seconds that a unit of cost takes in a task of the kind; null if none was seen yet.</summary>
    public double? Of(string kind) => _secondsPerCost.TryGetValue(kind, out double pace) ? pace : null;
}
