using System.CommandLine;
using ThesisApp.Cli.Errors;
using ThesisApp.Cli.Revisions;
using ThesisApp.Client;
using ThesisApp.Contracts.Sections;

namespace ThesisApp.Cli.Commands.Sections;

/// <summary><c>thesis section comment RUN SECTION TEXT</c></summary>
internal sealed class SectionCommentCommand : SectionCommand
{
    private readonly Argument<string?> _text = new("TEXT") { Description = "What you want changed, in your own words.", Arity = ArgumentArity.ZeroOrOne };

    private readonly Option<string?> _file = new("--file", "-f") { HelpName = "FILE", Description = "A file with the comment, instead of TEXT." };

    /// <summary>Creates the command.</summary>
    public SectionCommentCommand(CliServices services)
        : base(
            services,
            "comment",
            "Say what is to be changed in a section. A chat model is told your words when it revises the section, and what depends on it is done again. The offline writer cannot follow comments: they stay open in the report.",
            ("thesis section comment latest results/question-1 \"Say more about repacking.\"", "words for the next revision"))
    {
        Arguments.Add(_text);
        Options.Add(_file);
    }

    /// <inheritdoc/>
    protected override async Task<SectionInfo> ActAsync(IThesisClient client, string runId, string sectionId, ParseResult parse, CancellationToken cancellationToken)
    {
        var text = parse.GetValue(_file) is { } file ? (await EditedFile.ReadAsync(file, cancellationToken)).Text : parse.GetValue(_text);
        return string.IsNullOrWhiteSpace(text)
            ? throw new CliException(ExitCodes.BadInput, "There is no comment.", "Give it as TEXT, or with --file.")
            : await client.CommentSectionAsync(runId, sectionId, text, cancellationToken);
    }
}
