namespace ThesisApp.Benchmarks.Measurements.SideBySide;

/// <summary>What became of a task whose worker was killed.</summary>
/// <param name="Seconds">From the kill to the start elsewhere; null if there was none.</param>
/// <param name="Starts">How often it was started.</param>
/// <param name="Result">How it stands at the end.</param>
internal sealed record CrashOutcome(double? Seconds, int Starts, string Result);
