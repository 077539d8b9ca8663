using System.CommandLine;
using ThesisApp.Cli.Errors;
using ThesisApp.Cli.Json;
using ThesisApp.Cli.Revisions;
using ThesisApp.Cli.Servers;
using ThesisApp.Cli.Terminals;

namespace ThesisApp.Cli.Commands.Sections;

/// <summary><c>thesis section show RUN SECTION</c></summary>
internal sealed class SectionShowCommand : ServerCommand
{
    private readonly Argument<string> _run = RunArgument();
    private readonly Argument<string> _section = SectionCommand.SectionArgument();

    /// <summary>Creates the command.</summary>
    public SectionShowCommand(CliServices services)
        : base(
            services,
            "show",
            "Print a section as Markdown, with citations as [@key, p. 12]: save it, edit it, send it with 'thesis section edit'. Its first line names its revision.",
            ("thesis section show latest results/question-1 > section.md", "a section of the newest run, to be edited"))
    {
        Arguments.Add(_run);
        Arguments.Add(_section);
    }

    /// <inheritdoc/>
    protected override async Task<int> ExecuteAsync(ParseResult parse, ServerConnection connection, CancellationToken cancellationToken)
    {
        var run = await RunLookup.FindAsync(connection.Client, parse.GetRequiredValue(_run), cancellationToken);
        var section = parse.GetRequiredValue(_section);
        var text = await connection.Client.GetSectionAsync(run.Id, section, cancellationToken);
        if (parse.GetValue(Json))
        {
            Services.Terminal.WriteJson(new RevisedTextResult(run.Id, section, text.Revision, text.Text), CliJson.Default.RevisedTextResult);
        }
        else
        {
            Services.Terminal.Output.Write($"{SafeText.Block(RevisionMark.InMarkdown(text), int.MaxValue)}\n");
        }

        return ExitCodes.Success;
    }
}
