using System.CommandLine;
using ThesisApp.Client;
using ThesisApp.Contracts.Runs;

namespace ThesisApp.Cli.Commands.Outlines;

/// <summary><c>thesis outline approve RUN</c></summary>
internal sealed class OutlineApproveCommand(CliServices services) : RunActionCommand(
    services,
    "approve",
    "Approve the outline of a run that waits for it (--approve outline): the run goes on with the outline as it is.",
    ("thesis outline approve latest", "go on with what was planned"))
{
    /// <inheritdoc/>
    protected override Task<RunInfo> ActAsync(IThesisClient client, RunInfo run, ParseResult parse, CancellationToken cancellationToken) =>
        client.ApproveOutlineAsync(run.Id, revision: null, cancellationToken);
}
