namespace Aspire.Hosting.ApplicationModel;

/// <summary>A .NET project of this solution, run as a process.</summary>
/// <param name="name">Its name.</param>
public class ProjectResource(string name) : Resource(name), IResourceWithEnvironment, IResourceWithArgs, IResourceWithServiceDiscovery, IResourceWithWaitSupport;
