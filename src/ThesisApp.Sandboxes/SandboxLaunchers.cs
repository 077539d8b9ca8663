using ThesisApp.Sandboxes.Docker;
using ThesisApp.Sandboxes.Kubernetes;
using ThesisApp.Sandboxes.Processes;

namespace ThesisApp.Sandboxes;

/// <summary>Makes launchers by the names of their kinds.</summary>
public static class SandboxLaunchers
{
    private const string DockerImage = "mcr.microsoft.com/dotnet/aspnet:10.0";

    // What deploy/Dockerfile makes.
    private const string AgentImage = "thesis-agent:local";

    /// <summary>The launcher of the kind that the options name.</summary>
    /// <param name="options">The options.</param>
    /// <param name="time">The clock.</param>
    /// <param name="place">What keeps apart pools that share a folder or an engine: a launcher lists, and its orchestrator ends, what is in its own place only. Left out: that of the options.</param>
    /// <exception cref="ArgumentException">There is no such kind.</exception>
    public static ISandboxLauncher Create(SandboxOptions options, TimeProvider time, string? place = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        string within = place ?? options.Pool ?? PlaceOf(string.Empty);
        return options.Kind switch
        {
            SandboxKinds.Process => LocalLauncher.Plain(Local(options, within), time),
            SandboxKinds.Bubblewrap => LocalLauncher.Bubblewrap(Local(options, within), time),
            SandboxKinds.Docker => new DockerLauncher(
                new DockerLauncherOptions { Image = options.Image ?? (options.AgentInImage ? AgentImage : DockerImage), Network = options.Network, Pool = options.Pool ?? $"thesis-{MarkOf(options)}-{within}" }, time),
            SandboxKinds.Kubernetes => new KubernetesLauncher(
                new KubernetesLauncherOptions
                {
                    Image = options.Image ?? AgentImage,
                    Pool = options.Pool ?? $"thesis-{MarkOf(options)}-{within}",
                    Namespace = options.Namespace,
                    ConfigurationFile = options.ConfigurationFile,
                    Context = options.Context,
                    StartPatience = options.StartPatience,
                    KeepEnded = options.KeepEnded,
                    Lifetime = options.Lifetime,
                },
                time),
            _ => throw new ArgumentException($"There is no kind of sandbox '{options.Kind}'; there are {string.Join(", ", SandboxKinds.All)}."),
        };
    }

    /// <summary>A short name for the place of a pool: small letters and digits, the same each time.</summary>
    public static string PlaceOf(string pool) => FolderMark.OfText(pool);

    /// <summary>A short name for the place where sandboxes are, the same for all who name the same place.</summary>
    public static string MarkOf(SandboxOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Kind == SandboxKinds.Kubernetes ? FolderMark.OfText($"{options.Context}/{options.Namespace}") : FolderMark.Of(options.Directory);
    }

    private static LocalLauncherOptions Local(SandboxOptions options, string place) => new() { Directory = Path.Combine(options.Directory, place), OrphanPatience = options.OrphanPatience };
}
