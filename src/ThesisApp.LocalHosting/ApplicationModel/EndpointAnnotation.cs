namespace Aspire.Hosting.ApplicationModel;

/// <summary>An HTTP endpoint.</summary>
/// <param name="name">Its name.</param>
/// <param name="port">The port asked for; null for a free one.</param>
/// <param name="environmentVariable">A variable that tells the process its port, or null.</param>
public sealed class EndpointAnnotation(string name, int? port, string? environmentVariable) : IResourceAnnotation
{
    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>The port asked for; null for a free one.</summary>
    public int? Port { get; } = port;

    /// <summary>A variable that tells the process its port, or null.</summary>
    public string? EnvironmentVariable { get; } = environmentVariable;

    /// <summary>Whether it is for users outside the application.</summary>
    public bool IsExternal { get; set; }

    internal int? AllocatedPort { get; set; }

    internal string? Url => AllocatedPort is { } allocated ? $"http://localhost:{allocated}" : null;
}
