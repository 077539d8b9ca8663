using System.CommandLine;
using ThesisApp.Client;
using ThesisApp.Contracts.Runs;

namespace ThesisApp.Cli.Commands.Pause;

/// <summary><c>thesis pause RUN</c></summary>
internal sealed class PauseCommand(CliServices services) : RunActionCommand(
    services,
    "pause",
    "Hand out no more tasks of a run. Agents give back those in flight with their next heartbeat; they are taken up again after a resume.",
    ("thesis pause latest", "pause a run, for instance to free the model for another"),
    ("thesis pause RUN --server http://thesis.example:5080 --json", "on another machine, for a script"))
{
    /// <inheritdoc/>
    protected override Task<RunInfo> ActAsync(IThesisClient client, RunInfo run, ParseResult parse, CancellationToken cancellationToken) =>
        client.PauseAsync(run.Id, cancellationToken);
}
