using ThesisApp.Contracts.Agents;
using ThesisApp.Contracts.Runs;

namespace ThesisApp.Cli.Progress;

/// <summary>A run at one moment.</summary>
/// <param name="Run">The run.</param>
/// <param name="Tasks">Its tasks.</param>
/// <param name="Agents">Agents that have been seen lately, whatever they work for.</param>
internal sealed record RunSnapshot(RunInfo Run, IReadOnlyList<TaskInfo> Tasks, IReadOnlyList<AgentInfo> Agents);
