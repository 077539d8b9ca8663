using System.CommandLine;
using ThesisApp.Client;
using ThesisApp.Contracts.Runs;

namespace ThesisApp.Cli.Commands.Cancel;

/// <summary><c>thesis cancel RUN</c></summary>
internal sealed class CancelCommand(CliServices services) : RunActionCommand(
    services,
    "cancel",
    "End a run for good. Agents give up its tasks with their next heartbeat; what is done stays readable.",
    ("thesis cancel latest", "end the run that was submitted last"),
    ("thesis cancel RUN --server http://thesis.example:5080 --json", "on another machine, for a script"))
{
    /// <inheritdoc/>
    protected override Task<RunInfo> ActAsync(IThesisClient client, RunInfo run, ParseResult parse, CancellationToken cancellationToken) =>
        client.CancelAsync(run.Id, cancellationToken);
}
