namespace Aspire.Hosting.ApplicationModel;

/// <summary>One thing that is said of a resource.</summary>
#pragma warning disable CA1040 // The real API marks annotations by this empty interface.
public interface IResourceAnnotation;
#pragma warning restore CA1040
