using System.Collections.Concurrent;

namespace ThesisApp.TestSupport.Kubernetes;

/// <summary>What goes wrong between an API server and those who ask it.</summary>
public sealed class FakeFaults
{
    private readonly ConcurrentQueue<(string Verb, string Resource, FakeFaultKind Kind)> _next = new();

    /// <summary>How long it takes to create anything.</summary>
    public TimeSpan CreationTime { get; set; }

    /// <summary>Lets the next request of a kind go wrong.</summary>
    /// <param name="verb">get, list, watch, create, patch or delete.</param>
    /// <param name="resource">jobs, pods, ...</param>
    /// <param name="kind">How.</param>
    public void Add(string verb, string resource, FakeFaultKind kind) => _next.Enqueue((verb, resource, kind));

    /// <summary>Faults that nobody has come upon so far.</summary>
    public int Left => _next.Count;

    internal FakeFaultKind? Take(FakeCall call)
    {
        if (_next.TryPeek(out (string Verb, string Resource, FakeFaultKind Kind) next) && next.Verb == call.Verb && next.Resource == call.Resource && _next.TryDequeue(out next))
        {
            return next.Kind;
        }

        return null;
    }
}
