using ThesisApp.Contracts.Runs;

namespace ThesisApp.Cli.Commands.Status;

/// <summary>What <c>thesis status --json</c> prints.</summary>
/// <param name="Run">The run.</param>
/// <param name="Tasks">Its tasks.</param>
internal sealed record StatusResult(RunInfo Run, IReadOnlyList<TaskInfo> Tasks);
