using System.CommandLine;
using ThesisApp.Cli.Errors;
using ThesisApp.Cli.Revisions;
using ThesisApp.Client;
using ThesisApp.Contracts.Sections;

namespace ThesisApp.Cli.Commands.Sections;

/// <summary><c>thesis section edit RUN SECTION --file FILE</c></summary>
internal sealed class SectionEditCommand : SectionCommand
{
    private readonly Option<string> _file = new("--file", "-f") { HelpName = "FILE", Required = true, Description = "Your text, as 'thesis section show' printed it before." };

    private readonly Option<string?> _revision = new("--revision") { HelpName = "REVISION", Description = "The revision that the text is based on, where the file does not name it; * for whatever is there." };

    /// <summary>Creates the command.</summary>
    public SectionEditCommand(CliServices services)
        : base(
            services,
            "edit",
            "Put your text in the place of a section's. No agent changes it any more; what depends on it (other sections, its chapter, the abstract, the documents) is done again from it, and nothing else. What it cites and quotes is held against the sources, and marked where it does not hold.",
            ("thesis section edit latest results/question-1 --file section.md", "a section in your own words"))
    {
        Options.Add(_file);
        Options.Add(_revision);
    }

    /// <inheritdoc/>
    protected override async Task<SectionInfo> ActAsync(IThesisClient client, string runId, string sectionId, ParseResult parse, CancellationToken cancellationToken)
    {
        var file = parse.GetRequiredValue(_file);
        var (text, marked) = await EditedFile.ReadAsync(file, cancellationToken);
        var revision = parse.GetValue(_revision) ?? marked
            ?? throw new CliException(ExitCodes.BadInput, $"The file '{file}' does not say which revision it is based on.", "Keep the first line of what 'thesis section show' prints, or give --revision.");
        return await client.EditSectionAsync(runId, sectionId, new RevisedText(text, revision), cancellationToken);
    }
}
