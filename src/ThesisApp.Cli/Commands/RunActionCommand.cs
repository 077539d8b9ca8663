using System.CommandLine;
using ThesisApp.Cli.Errors;
using ThesisApp.Cli.Json;
using ThesisApp.Cli.Progress;
using ThesisApp.Cli.Servers;
using ThesisApp.Cli.Terminals;
using ThesisApp.Client;
using ThesisApp.Contracts.Runs;

namespace ThesisApp.Cli.Commands;

/// <summary>A command that changes a run and prints where it stands then.</summary>
internal abstract class RunActionCommand : ServerCommand
{
    private readonly Argument<string> _run = RunArgument();

    /// <summary>Creates the command; see <see cref="ThesisCommand"/>.</summary>
    protected RunActionCommand(CliServices services, string name, string description, params (string CommandLine, string Purpose)[] examples)
        : base(services, name, description, examples)
    {
        Arguments.Add(_run);
    }

    /// <inheritdoc/>
    protected override async Task<int> ExecuteAsync(ParseResult parse, ServerConnection connection, CancellationToken cancellationToken)
    {
        var run = await RunLookup.FindAsync(connection.Client, parse.GetRequiredValue(_run), cancellationToken);
        Print(await ActAsync(connection.Client, run, parse, cancellationToken), parse.GetValue(Json));
        return ExitCodes.Success;
    }

    /// <summary>Changes the run.</summary>
    /// <returns>Where it stands then.</returns>
    protected abstract Task<RunInfo> ActAsync(IThesisClient client, RunInfo run, ParseResult parse, CancellationToken cancellationToken);

    private void Print(RunInfo run, bool asJson)
    {
        if (asJson)
        {
            Services.Terminal.WriteJson(run, CliJson.Default.RunInfo);
            return;
        }

        Services.Terminal.Output.WriteLine($"{SafeText.Line(run.Id)} {StateText.Sentence(run.State)}: {run.Tasks.Done} of {run.Tasks.Total} tasks done, {run.Tasks.Dead} dead letters");
    }
}
