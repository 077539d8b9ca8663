namespace ThesisApp.Contracts.Runs;

/// <summary>Tasks of a run by state.</summary>
/// <param name="Total">All tasks known so far; grows while the graph is extended.</param>
/// <param name="Waiting">Tasks whose needs are not all done.</param>
/// <param name="Ready">Tasks that a free agent would get.</param>
/// <param name="Delayed">Tasks that wait for their next attempt.</param>
/// <param name="Leased">Tasks in the hands of an agent.</param>
/// <param name="Done">Tasks with an accepted result.</param>
/// <param name="Dead">Dead letters.</param>
public sealed record TaskCounts(int Total, int Waiting, int Ready, int Delayed, int Leased, int Done, int Dead);
