namespace ThesisApp.Cli.Servers;

/// <summary>Where the orchestrator is now. A restarted one may listen somewhere else.</summary>
internal interface IServerAddress
{
    /// <summary>The address to use for the next attempt.</summary>
    Uri Current { get; }
}
