namespace ThesisApp.Coordination.Revisions;

/// <summary>What became of a user's change.</summary>
public enum RevisionResult
{
    /// <summary>It took effect.</summary>
    Applied,

    /// <summary>It was so already; nothing changed.</summary>
    Unchanged,

    /// <summary>There is no such run.</summary>
    NotFound,

    /// <summary>The run has no such section, or not yet.</summary>
    Unknown,

    /// <summary>The run's state does not allow it.</summary>
    Conflict,

    /// <summary>What it was based on is another by now.</summary>
    Stale,

    /// <summary>An agent is at work on it.</summary>
    Busy,
}
