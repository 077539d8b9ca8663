using System.CommandLine;
using ThesisApp.Client;
using ThesisApp.Contracts.Runs;

namespace ThesisApp.Cli.Commands.Resume;

/// <summary><c>thesis resume RUN</c></summary>
internal sealed class ResumeCommand(CliServices services) : RunActionCommand(
    services,
    "resume",
    "Hand out the tasks of a paused run again.",
    ("thesis resume latest", "go on with a paused run"),
    ("thesis resume RUN --server http://thesis.example:5080 --json", "on another machine, for a script"))
{
    /// <inheritdoc/>
    protected override Task<RunInfo> ActAsync(IThesisClient client, RunInfo run, ParseResult parse, CancellationToken cancellationToken) =>
        client.ResumeAsync(run.Id, cancellationToken);
}
