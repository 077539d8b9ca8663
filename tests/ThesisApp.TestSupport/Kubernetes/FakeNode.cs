using System.Collections.Concurrent;

namespace ThesisApp.TestSupport.Kubernetes;

/// <summary>How the one node of a cluster is.</summary>
public sealed class FakeNode
{
    private readonly ConcurrentDictionary<string, bool> _missing = new(StringComparer.Ordinal);

    /// <summary>True if no further pod fits.</summary>
    public bool IsFull { get; set; }

    /// <summary>True if it is not heard of any more, and hears nothing, though what runs on it runs on.</summary>
    public bool IsLost { get; set; }

    /// <summary>How long it takes to get a container ready.</summary>
    public TimeSpan StartDelay { get; set; }

    /// <summary>Makes an image one that no registry has.</summary>
    public void Miss(string image) => _missing[image] = true;

    internal bool Misses(string image) => _missing.ContainsKey(image);
}
