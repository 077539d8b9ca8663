using System.CommandLine;
using ThesisApp.Client;
using ThesisApp.Contracts.Sections;

namespace ThesisApp.Cli.Commands.Sections;

/// <summary><c>thesis section unlock RUN SECTION</c></summary>
internal sealed class SectionUnlockCommand(CliServices services) : SectionCommand(
    services,
    "unlock",
    "Give an edited or locked section back to the agents. Your text is gone then: they write it as if there had been none.",
    ("thesis section unlock latest results/question-1", "let the agents write it again"))
{
    /// <inheritdoc/>
    protected override Task<SectionInfo> ActAsync(IThesisClient client, string runId, string sectionId, ParseResult parse, CancellationToken cancellationToken) =>
        client.UnlockSectionAsync(runId, sectionId, cancellationToken);
}
