using ThesisApp.Contracts.Runs;

namespace ThesisApp.Benchmarks.Measurements.Speedup;

/// <summary>One run, by the store's clock.</summary>
/// <param name="Seconds">From the submission to the end.</param>
/// <param name="CreatedAt">When it was submitted.</param>
/// <param name="Tasks">Its tasks with their times.</param>
internal sealed record SpeedupRun(double Seconds, DateTimeOffset CreatedAt, IReadOnlyList<TaskInfo> Tasks);
