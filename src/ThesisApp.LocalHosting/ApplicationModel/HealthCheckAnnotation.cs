namespace Aspire.Hosting.ApplicationModel;

internal sealed record HealthCheckAnnotation(string Path, int StatusCode, string EndpointName) : IResourceAnnotation;
