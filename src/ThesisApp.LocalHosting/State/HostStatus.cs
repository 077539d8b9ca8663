namespace ThesisApp.LocalHosting.State;

/// <summary>What runs where.</summary>
/// <param name="Pid">The host's process.</param>
/// <param name="Ready">True once every resource is up and healthy; it stays true when one is restarted later.</param>
/// <param name="Resources">The resources in the order in which they were declared.</param>
public sealed record HostStatus(int Pid, bool Ready, IReadOnlyList<ResourceStatus> Resources);
