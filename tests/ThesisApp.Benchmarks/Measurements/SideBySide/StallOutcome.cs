namespace ThesisApp.Benchmarks.Measurements.SideBySide;

/// <summary>What became of a task whose worker stalled.</summary>
/// <param name="Seconds">From the stop to the start elsewhere; null if there was none.</param>
/// <param name="IsStale">Whether the stalled worker's result ever stood beside or over its successor's.</param>
/// <param name="Story">What happened, a line.</param>
internal sealed record StallOutcome(double? Seconds, bool IsStale, string Story);
