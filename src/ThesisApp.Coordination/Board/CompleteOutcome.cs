namespace ThesisApp.Coordination.Board;

/// <summary>Whether a result was taken.</summary>
public enum CompleteOutcome
{
    /// <summary>Taken: the task is done. A repeated delivery with the same token is answered so too.</summary>
    Accepted,

    /// <summary>Refused: the fencing token is not the current one.</summary>
    Refused,

    /// <summary>Refused: the run was cancelled or deleted.</summary>
    RunEnded,
}
