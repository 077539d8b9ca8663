namespace Aspire.Hosting.ApplicationModel;

/// <summary>Base of all resources.</summary>
public abstract class Resource : IResource
{
    private const int MaxLength = 64;

    /// <summary>Creates a resource.</summary>
    /// <exception cref="ArgumentException">The name is not one.</exception>
    protected Resource(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        bool valid = name.Length is > 0 and <= MaxLength
            && char.IsAsciiLetter(name[0])
            && name[^1] != '-'
            && !name.Contains("--", StringComparison.Ordinal)
            && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
        if (!valid)
        {
            throw new ArgumentException($"'{name}' is no resource name: 1 to {MaxLength} ASCII letters, digits and single hyphens, a letter first, no hyphen last.", nameof(name));
        }

        Name = name;
    }

    /// <inheritdoc />
    public string Name { get; }

    /// <inheritdoc />
    public ICollection<IResourceAnnotation> Annotations { get; } = new List<IResourceAnnotation>();
}
