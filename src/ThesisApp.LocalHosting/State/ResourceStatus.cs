namespace ThesisApp.LocalHosting.State;

/// <summary>A line of the table of resources.</summary>
/// <param name="Name">The resource, with a number if it has replicas.</param>
/// <param name="Type"><c>redis</c>, <c>project</c>, <c>executable</c> or <c>connection string</c>.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Pid">Its process, or null.</param>
/// <param name="Urls">Where it listens.</param>
/// <param name="Restarts">How often it was started again.</param>
public sealed record ResourceStatus(string Name, string Type, ResourceState State, int? Pid, IReadOnlyList<string> Urls, int Restarts);
