namespace ThesisApp.TestSupport.Programs;

/// <summary>A resource in the AppHost's state file.</summary>
/// <param name="Name">Its name, such as <c>agent-2</c>.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Pid">Its process, or null.</param>
/// <param name="Urls">Where it listens.</param>
/// <param name="Restarts">How often it was started again.</param>
public sealed record HostViewResource(string Name, string State, int? Pid, IReadOnlyList<string> Urls, int Restarts);
