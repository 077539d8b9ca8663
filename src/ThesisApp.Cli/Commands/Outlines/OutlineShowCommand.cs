using System.CommandLine;
using ThesisApp.Cli.Errors;
using ThesisApp.Cli.Json;
using ThesisApp.Cli.Revisions;
using ThesisApp.Cli.Servers;
using ThesisApp.Cli.Terminals;

namespace ThesisApp.Cli.Commands.Outlines;

/// <summary><c>thesis outline show RUN</c></summary>
internal sealed class OutlineShowCommand : ServerCommand
{
    private readonly Argument<string> _run = RunArgument();

    /// <summary>Creates the command.</summary>
    public OutlineShowCommand(CliServices services)
        : base(
            services,
            "show",
            "Print the outline of a run as YAML: save it, edit it, send it with 'thesis outline edit'. Its first line names its revision.",
            ("thesis outline show latest > outline.yaml", "the outline of the newest run, to be edited"))
    {
        Arguments.Add(_run);
    }

    /// <inheritdoc/>
    protected override async Task<int> ExecuteAsync(ParseResult parse, ServerConnection connection, CancellationToken cancellationToken)
    {
        var run = await RunLookup.FindAsync(connection.Client, parse.GetRequiredValue(_run), cancellationToken);
        var outline = await connection.Client.GetOutlineAsync(run.Id, cancellationToken);
        if (parse.GetValue(Json))
        {
            Services.Terminal.WriteJson(new RevisedTextResult(run.Id, null, outline.Revision, outline.Text), CliJson.Default.RevisedTextResult);
        }
        else
        {
            Services.Terminal.Output.Write($"{SafeText.Block(RevisionMark.InYaml(outline), int.MaxValue)}\n");
        }

        return ExitCodes.Success;
    }
}
