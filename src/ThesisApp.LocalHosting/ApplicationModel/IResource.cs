namespace Aspire.Hosting.ApplicationModel;

/// <summary>Something that the application is made of.</summary>
public interface IResource
{
    /// <summary>Its name: 1 to 64 ASCII letters, digits and single hyphens, a letter first.</summary>
    string Name { get; }

    /// <summary>What has been said of it.</summary>
    ICollection<IResourceAnnotation> Annotations { get; }
}
