using ThesisApp.Contracts.Runs;

namespace ThesisApp.Cli.Commands.Generate;

/// <summary>What <c>thesis generate --json</c> prints.</summary>
/// <param name="Run">The run, as it ended.</param>
/// <param name="Output">The folder with the documents, as a full path.</param>
/// <param name="Documents">Files in it, with forward slashes.</param>
/// <param name="Summary">Figures of the thesis, or null if there is none.</param>
/// <param name="DeadLetters">Tasks that failed for good.</param>
/// <param name="Seconds">Time that the command took.</param>
internal sealed record GenerateResult(
    RunInfo Run,
    string Output,
    IReadOnlyList<string> Documents,
    ThesisSummary? Summary,
    IReadOnlyList<DeadLetter> DeadLetters,
    double Seconds);
