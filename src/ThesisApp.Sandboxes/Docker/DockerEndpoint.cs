namespace ThesisApp.Sandboxes.Docker;

/// <summary>Where the Docker engine is.</summary>
public static class DockerEndpoint
{
    private const string Variable = "DOCKER_HOST";

    /// <summary>What DOCKER_HOST says, else the usual place of this kind of machine.</summary>
    public static Uri Usual { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named && Uri.TryCreate(named, UriKind.Absolute, out Uri? address)
        ? address
        : new Uri(OperatingSystem.IsWindows() ? "npipe://./pipe/docker_engine" : "unix:///var/run/docker.sock");
}
