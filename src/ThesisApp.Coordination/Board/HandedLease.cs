namespace ThesisApp.Coordination.Board;

/// <summary>A lease that the board handed to a waiting agent.</summary>
/// <param name="Lease">The lease.</param>
/// <param name="Latency">How long the task was ready.</param>
/// <param name="Priority">The run's priority.</param>
/// <param name="Weight">The run's weight.</param>
internal sealed record HandedLease(TaskLease Lease, TimeSpan Latency, int Priority, int Weight);
