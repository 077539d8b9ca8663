using System.CommandLine;
using ThesisApp.Cli.Errors;
using ThesisApp.Cli.Json;
using ThesisApp.Cli.Servers;
using ThesisApp.Client;
using ThesisApp.Contracts.Sections;

namespace ThesisApp.Cli.Commands.Sections;

/// <summary>A command that changes a section and prints what it is then.</summary>
internal abstract class SectionCommand : ServerCommand
{
    private readonly Argument<string> _run = RunArgument();
    private readonly Argument<string> _section = SectionArgument();

    /// <summary>Creates the command; see <see cref="ThesisCommand"/>.</summary>
    protected SectionCommand(CliServices services, string name, string description, params (string CommandLine, string Purpose)[] examples)
        : base(services, name, description, examples)
    {
        Arguments.Add(_run);
        Arguments.Add(_section);
    }

    /// <summary>The argument that names a section.</summary>
    public static Argument<string> SectionArgument() => new("SECTION") { Description = "Id of the section, chapter/section, as 'thesis section list RUN' has it." };

    /// <inheritdoc/>
    protected override async Task<int> ExecuteAsync(ParseResult parse, ServerConnection connection, CancellationToken cancellationToken)
    {
        var run = await RunLookup.FindAsync(connection.Client, parse.GetRequiredValue(_run), cancellationToken);
        var section = await ActAsync(connection.Client, run.Id, parse.GetRequiredValue(_section), parse, cancellationToken);
        if (parse.GetValue(Json))
        {
            Services.Terminal.WriteJson(section, CliJson.Default.SectionInfo);
        }
        else
        {
            Services.Terminal.Output.WriteLine(SectionText.Line(section));
            Services.Terminal.Say($"'thesis watch {run.Id}' waits until what depends on it is done again, 'thesis export {run.Id} --output DIR' fetches the documents.");
        }

        return ExitCodes.Success;
    }

    /// <summary>Changes the section.</summary>
    /// <returns>What it is then.</returns>
    protected abstract Task<SectionInfo> ActAsync(IThesisClient client, string runId, string sectionId, ParseResult parse, CancellationToken cancellationToken);
}
