namespace Aspire.Hosting.ApplicationModel;

internal sealed record PersistenceAnnotation : IResourceAnnotation;
