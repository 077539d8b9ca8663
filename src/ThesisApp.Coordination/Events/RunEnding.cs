using ThesisApp.Contracts.Runs;

namespace ThesisApp.Coordination.Events;

/// <summary>A run that has come to its end.</summary>
/// <param name="RunId">The run.</param>
/// <param name="LastEvents">What happened in its last step, the end itself last.</param>
public sealed record RunEnding(string RunId, IReadOnlyList<RunEvent> LastEvents);
