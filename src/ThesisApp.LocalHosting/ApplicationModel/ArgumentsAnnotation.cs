namespace Aspire.Hosting.ApplicationModel;

internal sealed record ArgumentsAnnotation(IReadOnlyList<string> Arguments) : IResourceAnnotation;
