using ThesisApp.Contracts.Runs;

namespace ThesisApp.Orchestrator.Submissions;

/// <summary>What became of a submission.</summary>
/// <param name="Run">The run, or null if the idempotency key was used for other inputs before.</param>
/// <param name="Created">True if it was created now.</param>
internal sealed record SubmitResult(RunInfo? Run, bool Created);
