namespace ThesisApp.Coordination.Board;

/// <summary>Why a task failed.</summary>
/// <param name="IsPermanent">True if another attempt would fail the same way.</param>
/// <param name="Message">For a person: what happened and what to do.</param>
/// <param name="RetryAfter">The earliest next attempt, where the cause named it; null for the board's own back-off.</param>
public sealed record TaskFailure(bool IsPermanent, string Message, TimeSpan? RetryAfter = null);
