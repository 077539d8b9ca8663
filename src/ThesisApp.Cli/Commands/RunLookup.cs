using ThesisApp.Cli.Errors;
using ThesisApp.Client;
using ThesisApp.Contracts.Runs;

namespace ThesisApp.Cli.Commands;

/// <summary>Finds the run that the user names.</summary>
internal static class RunLookup
{
    private const string Latest = "latest";

    /// <summary>The run of that id, or the newest one for <c>latest</c>.</summary>
    /// <exception cref="CliException">There is none.</exception>
    public static async Task<RunInfo> FindAsync(IThesisClient client, string runId, CancellationToken cancellationToken)
    {
        if (runId == Latest)
        {
            return await client.ListRunsAsync(cancellationToken) is [var newest, ..]
                ? newest
                : throw new CliException(ExitCodes.BadInput, "There are no runs.", "'thesis generate SPEC --output DIR --server URL' submits one.");
        }

        return await client.FindRunAsync(runId, cancellationToken)
            ?? throw new CliException(ExitCodes.BadInput, $"There is no run '{runId}'.", "'thesis runs' lists them.");
    }
}
