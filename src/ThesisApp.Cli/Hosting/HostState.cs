namespace ThesisApp.Cli.Hosting;

/// <summary>The AppHost's state file: what it runs and where that is to be reached.</summary>
/// <param name="Resources">The resources.</param>
internal sealed record HostState(IReadOnlyList<HostResource>? Resources);
