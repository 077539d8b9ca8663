using System.CommandLine;
using Spectre.Console;
using ThesisApp.Cli.Json;
using ThesisApp.Cli.Progress;
using ThesisApp.Cli.Servers;
using ThesisApp.Cli.Terminals;
using ThesisApp.Contracts.Runs;

namespace ThesisApp.Cli.Commands.Runs;

/// <summary><c>thesis runs</c></summary>
internal sealed class RunsCommand(CliServices services) : ServerCommand(
    services,
    "runs",
    "List all runs of an orchestrator, newest first.",
    ("thesis runs", "the runs of the local system"),
    ("thesis runs --server http://thesis.example:5080 --json", "as JSON, from another machine"))
{
    /// <inheritdoc/>
    protected override async Task<int> ExecuteAsync(ParseResult parse, ServerConnection connection, CancellationToken cancellationToken)
    {
        var runs = await connection.Client.ListRunsAsync(cancellationToken);
        if (parse.GetValue(Json))
        {
            Services.Terminal.WriteJson(runs, CliJson.Default.IReadOnlyListRunInfo);
        }
        else if (runs.Count == 0)
        {
            Services.Terminal.Say("No runs yet. 'thesis generate SPEC --output DIR --server URL' submits one.");
        }
        else
        {
            Services.Terminal.Results.Write(CreateTable(runs));
        }

        return Errors.ExitCodes.Success;
    }

    private static Table CreateTable(IReadOnlyList<RunInfo> runs)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Run", "State", "Tasks", "Created (UTC)", "Took", "Title");
        foreach (var run in runs)
        {
            table.AddRow(
                SafeText.Markup(run.Id),
                StateText.Of(run.State),
                $"{run.Tasks.Done}/{run.Tasks.Total}",
                Durations.Instant(run.CreatedAt),
                run.FinishedAt is { } end ? Durations.Short(end - run.CreatedAt) : "",
                SafeText.Markup(run.Title, 60));
        }

        return table;
    }
}
