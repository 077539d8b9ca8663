using System.CommandLine;
using ThesisApp.Cli.Revisions;
using ThesisApp.Client;
using ThesisApp.Contracts.Runs;

namespace ThesisApp.Cli.Commands.Outlines;

/// <summary><c>thesis outline edit RUN --file FILE</c></summary>
internal sealed class OutlineEditCommand : RunActionCommand
{
    private readonly Option<string> _file = new("--file", "-f") { HelpName = "FILE", Required = true, Description = "The edited outline, as 'thesis outline show' printed it before." };

    /// <summary>Creates the command.</summary>
    public OutlineEditCommand(CliServices services)
        : base(
            services,
            "edit",
            "Send an edited outline to a run that waits for its approval: every mistake is named with its line, and without any the run goes on with it.",
            ("thesis outline edit latest --file outline.yaml", "go on with an outline of your own"))
    {
        Options.Add(_file);
    }

    /// <inheritdoc/>
    protected override async Task<RunInfo> ActAsync(IThesisClient client, RunInfo run, ParseResult parse, CancellationToken cancellationToken)
    {
        var (yaml, revision) = await EditedFile.ReadAsync(parse.GetRequiredValue(_file), cancellationToken);
        return await client.EditOutlineAsync(run.Id, new RevisedText(yaml, revision ?? "*"), cancellationToken);
    }
}
