using System.CommandLine;
using ThesisApp.Cli.Errors;
using ThesisApp.Cli.Json;
using ThesisApp.Cli.Servers;

namespace ThesisApp.Cli.Commands.Status;

/// <summary><c>thesis status RUN</c></summary>
internal sealed class StatusCommand : ServerCommand
{
    private readonly Argument<string> _run = RunArgument();
    private readonly Option<bool> _all = new("--tasks") { Description = "List every task, not only those at work and the dead letters." };

    /// <summary>Creates the command.</summary>
    public StatusCommand(CliServices services)
        : base(
            services,
            "status",
            "Show where a run stands: tasks by state, what is at work, dead letters with their reasons.",
            ("thesis status latest", "the newest run"),
            ("thesis status RUN --tasks", "with every task"),
            ("thesis status RUN --json | jq .run.state", "for a script"))
    {
        Arguments.Add(_run);
        Options.Add(_all);
    }

    /// <inheritdoc/>
    protected override async Task<int> ExecuteAsync(ParseResult parse, ServerConnection connection, CancellationToken cancellationToken)
    {
        var run = await RunLookup.FindAsync(connection.Client, parse.GetRequiredValue(_run), cancellationToken);
        var tasks = await connection.Client.ListTasksAsync(run.Id, cancellationToken);
        var result = new StatusResult(run, tasks);
        if (parse.GetValue(Json))
        {
            Services.Terminal.WriteJson(result, CliJson.Default.StatusResult);
        }
        else
        {
            new StatusReport(Services).Write(result, everyTask: parse.GetValue(_all));
        }

        return ExitCodes.Success;
    }
}
