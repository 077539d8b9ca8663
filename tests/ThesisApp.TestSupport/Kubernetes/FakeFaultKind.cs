namespace ThesisApp.TestSupport.Kubernetes;

/// <summary>How a request goes wrong.</summary>
public enum FakeFaultKind
{
    /// <summary>429 with Retry-After: nothing is done.</summary>
    Throttled,

    /// <summary>500: nothing is done.</summary>
    Broken,

    /// <summary>The connection is cut before anything is done.</summary>
    CutBefore,

    /// <summary>What was asked is done, and the connection is cut before the answer.</summary>
    CutAfter,

    /// <summary>409 of an object that has been changed meanwhile.</summary>
    Conflict,
}
