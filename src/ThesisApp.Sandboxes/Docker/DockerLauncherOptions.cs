namespace ThesisApp.Sandboxes.Docker;

/// <summary>How containers are started.</summary>
public sealed record DockerLauncherOptions
{
    /// <summary>The image that they are made from.</summary>
    public required string Image { get; init; }

    /// <summary>Tells these containers from those of others on the engine: small letters, digits, hyphens. The default value is <c>thesis</c>.</summary>
    public string Pool { get; init; } = "thesis";

    /// <summary>The engine's address. The default value is that of DOCKER_HOST, else the usual socket.</summary>
    public Uri Endpoint { get; init; } = DockerEndpoint.Usual;

    /// <summary>The network of containers that have one. The default value is <c>bridge</c>.</summary>
    public string Network { get; init; } = "bridge";
}
