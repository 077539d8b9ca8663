namespace Aspire.Hosting.ApplicationModel;

internal sealed record ProjectAnnotation(IProjectMetadata Project) : IResourceAnnotation;
