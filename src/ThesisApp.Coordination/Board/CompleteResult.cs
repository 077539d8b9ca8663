namespace ThesisApp.Coordination.Board;

/// <summary>What became of a delivered result.</summary>
/// <param name="Outcome">Whether it was taken.</param>
/// <param name="Next">The next task, if one was asked for and ready.</param>
public sealed record CompleteResult(CompleteOutcome Outcome, TaskLease? Next);
