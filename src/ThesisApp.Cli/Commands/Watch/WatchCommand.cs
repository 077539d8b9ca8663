using System.CommandLine;
using System.Text.Json;
using ThesisApp.Cli.Errors;
using ThesisApp.Cli.Progress;
using ThesisApp.Cli.Servers;
using ThesisApp.Client;
using ThesisApp.Contracts;
using ThesisApp.Contracts.Runs;

namespace ThesisApp.Cli.Commands.Watch;

/// <summary><c>thesis watch RUN</c></summary>
internal sealed class WatchCommand : ServerCommand
{
    private readonly Argument<string> _run = RunArgument();

    /// <summary>Creates the command.</summary>
    public WatchCommand(CliServices services)
        : base(
            services,
            "watch",
            "Look at a run until it ends: progress, tasks by state, what each agent is at, time left. Ctrl+C stops looking; the run goes on. Exit code 1 if it does not succeed.",
            ("thesis watch latest", "the newest run"),
            ("thesis watch RUN --json", "its events as they happen, one JSON object a line"))
    {
        Arguments.Add(_run);
    }

    /// <inheritdoc/>
    protected override async Task<int> ExecuteAsync(ParseResult parse, ServerConnection connection, CancellationToken cancellationToken)
    {
        var run = await RunLookup.FindAsync(connection.Client, parse.GetRequiredValue(_run), cancellationToken);
        var final = parse.GetValue(Json)
            ? await PrintEventsAsync(connection.Client, run.Id, cancellationToken)
            : (await ProgressViews.For(Services).ShowAsync(connection, run.Id, run.CreatedAt, cancellationToken)).Run;
        Services.Terminal.Say($"Run {final.Id} {StateText.Sentence(final.State)}: {final.Tasks.Done} of {final.Tasks.Total} tasks done, {final.Tasks.Dead} dead letters. {final.Reason}");
        return final.State == RunState.Succeeded ? ExitCodes.Success : ExitCodes.RunFailed;
    }

    private async Task<RunInfo> PrintEventsAsync(IThesisClient client, string runId, CancellationToken cancellationToken)
    {
        await foreach (var runEvent in client.FollowEventsAsync(runId, after: 0, cancellationToken))
        {
            await Services.Terminal.Output.WriteLineAsync(JsonSerializer.Serialize(runEvent, ContractsJson.Default.RunEvent).AsMemory(), cancellationToken);
            await Services.Terminal.Output.FlushAsync(cancellationToken);
        }

        return await RunLookup.FindAsync(client, runId, cancellationToken);
    }
}
