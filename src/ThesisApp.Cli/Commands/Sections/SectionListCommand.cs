using System.CommandLine;
using ThesisApp.Cli.Errors;
using ThesisApp.Cli.Json;
using ThesisApp.Cli.Servers;
using ThesisApp.Cli.Terminals;

namespace ThesisApp.Cli.Commands.Sections;

/// <summary><c>thesis section list RUN</c></summary>
internal sealed class SectionListCommand : ServerCommand
{
    private readonly Argument<string> _run = RunArgument();

    /// <summary>Creates the command.</summary>
    public SectionListCommand(CliServices services)
        : base(services, "list", "List the sections of a run: who has written each, and the comments on it.", ("thesis section list latest", "the sections of the newest run"))
    {
        Arguments.Add(_run);
    }

    /// <inheritdoc/>
    protected override async Task<int> ExecuteAsync(ParseResult parse, ServerConnection connection, CancellationToken cancellationToken)
    {
        var run = await RunLookup.FindAsync(connection.Client, parse.GetRequiredValue(_run), cancellationToken);
        var sections = await connection.Client.ListSectionsAsync(run.Id, cancellationToken);
        if (parse.GetValue(Json))
        {
            Services.Terminal.WriteJson(sections, CliJson.Default.IReadOnlyListSectionInfo);
            return ExitCodes.Success;
        }

        foreach (var section in sections)
        {
            Services.Terminal.Output.WriteLine(SectionText.Line(section));
            foreach (var comment in section.Comments)
            {
                Services.Terminal.Output.WriteLine(SafeText.Line($"    {comment.Id}. [{(comment.IsOpen ? "open" : "addressed")}] {comment.Text} ({comment.Note})"));
            }
        }

        return ExitCodes.Success;
    }
}
