namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource that is configured by environment variables.</summary>
public interface IResourceWithEnvironment : IResource;
