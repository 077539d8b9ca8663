using ThesisApp.Cli.Servers;

namespace ThesisApp.Cli.Progress;

/// <summary>Shows a run while it goes on.</summary>
internal interface IProgressView
{
    /// <summary>Shows the run until it is final.</summary>
    /// <param name="connection">The orchestrator.</param>
    /// <param name="runId">The run.</param>
    /// <param name="since">What elapsed time is counted from.</param>
    /// <param name="cancellationToken">Stops looking; the run goes on.</param>
    /// <returns>The final state.</returns>
    Task<RunSnapshot> ShowAsync(ServerConnection connection, string runId, DateTimeOffset since, CancellationToken cancellationToken);
}
