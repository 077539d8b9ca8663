using System.CommandLine;
using ThesisApp.Client;
using ThesisApp.Contracts.Sections;

namespace ThesisApp.Cli.Commands.Sections;

/// <summary><c>thesis section lock RUN SECTION</c></summary>
internal sealed class SectionLockCommand(CliServices services) : SectionCommand(
    services,
    "lock",
    "Keep a section as it is: no agent writes it anew, whatever becomes of what it was written from.",
    ("thesis section lock latest results/question-1", "no later change touches it"))
{
    /// <inheritdoc/>
    protected override Task<SectionInfo> ActAsync(IThesisClient client, string runId, string sectionId, ParseResult parse, CancellationToken cancellationToken) =>
        client.LockSectionAsync(runId, sectionId, cancellationToken);
}
