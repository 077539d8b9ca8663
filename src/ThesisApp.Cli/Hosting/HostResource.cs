namespace ThesisApp.Cli.Hosting;

/// <summary>A resource in the AppHost's state file.</summary>
/// <param name="Name">Its name, such as <c>orchestrator</c>.</param>
/// <param name="State">Where it stands, for people.</param>
/// <param name="Pid">Its process, or null.</param>
/// <param name="Urls">Where it listens.</param>
/// <param name="Restarts">How often it was started again.</param>
internal sealed record HostResource(string Name, string? State, int? Pid, IReadOnlyList<string>? Urls, int Restarts);
