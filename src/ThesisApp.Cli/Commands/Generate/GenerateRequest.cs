using ThesisApp.Cli.Exporting;
using ThesisApp.Cli.Hosting;
using ThesisApp.Cli.Specs;
using ThesisApp.Contracts.Runs;

namespace ThesisApp.Cli.Commands.Generate;

/// <summary>A command line of <c>generate</c>, checked.</summary>
/// <param name="Bundle">The inputs.</param>
/// <param name="Output">The output folder.</param>
/// <param name="Server">A running orchestrator, or null to start an own system.</param>
/// <param name="Agents">Agent processes of the own system.</param>
/// <param name="Port">Port of the own system's orchestrator; 0 for a free one.</param>
/// <param name="Redis">Connection string of the Redis to use, or null for the embedded one.</param>
/// <param name="Share">Which part of the agents' time it gets beside other runs.</param>
/// <param name="Pool">The sandboxes of the own system's agents, or null for plain processes.</param>
/// <param name="PerChapter">True for a sandbox for each chapter.</param>
/// <param name="Keep">True to leave the own system up until Ctrl+C.</param>
/// <param name="Approval">Whether the run waits for the user's word on its outline.</param>
/// <param name="AsJson">True for the result as JSON.</param>
internal sealed record GenerateRequest(SpecBundle Bundle, SafeFolder Output, Uri? Server, int Agents, int Port, string? Redis, RunShare Share, PoolRequest? Pool, bool PerChapter, bool Keep, ApprovalRequest Approval, bool AsJson)
{
    /// <summary>Where state and logs are kept.</summary>
    public string StateFolder => Path.Combine(Output.Path, FolderWalk.StateFolder);
}
