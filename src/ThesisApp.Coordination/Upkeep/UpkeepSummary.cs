using ThesisApp.Contracts.Runs;

namespace ThesisApp.Coordination.Upkeep;

/// <summary>What a sweep found.</summary>
/// <param name="ExpiredLeases">Leases that it took back.</param>
/// <param name="ActiveRuns">Runs that are running or paused.</param>
/// <param name="Tasks">Tasks of those runs by state.</param>
/// <param name="Unreadable">Runs that were passed over: their records are in no form of ours.</param>
public sealed record UpkeepSummary(int ExpiredLeases, int ActiveRuns, TaskCounts Tasks, IReadOnlyList<UnreadableRun> Unreadable);
