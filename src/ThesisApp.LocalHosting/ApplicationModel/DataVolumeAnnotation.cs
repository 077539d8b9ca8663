namespace Aspire.Hosting.ApplicationModel;

internal sealed record DataVolumeAnnotation(string FolderName) : IResourceAnnotation;
