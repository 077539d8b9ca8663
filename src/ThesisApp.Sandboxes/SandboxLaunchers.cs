using ThesisApp.Sandboxes.Docker;
using ThesisApp.Sandboxes.Processes;

namespace ThesisApp.Sandboxes;

/// <summary>Makes launchers by the names of their kinds.</summary>
public static class SandboxLaunchers
{
    /// <summary>The launcher of the kind that the options name.</summary>
    /// <exception cref="ArgumentException">There is no such kind.</exception>
    public static ISandboxLauncher Create(SandboxOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Kind switch
        {
            SandboxKinds.Process => LocalLauncher.Plain(Local(options), time),
            SandboxKinds.Bubblewrap => LocalLauncher.Bubblewrap(Local(options), time),
            SandboxKinds.Docker => new DockerLauncher(
                new DockerLauncherOptions { Image = options.Image, Network = options.Network, Pool = options.Pool ?? $"thesis-{MarkOf(options)}" }, time),
            _ => throw new ArgumentException($"There is no kind of sandbox '{options.Kind}'; there are {string.Join(", ", SandboxKinds.All)}."),
        };
    }

    /// <summary>A short name for the place where sandboxes are, the same for all who name the same place.</summary>
    public static string MarkOf(SandboxOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return FolderMark.Of(options.Directory);
    }

    private static LocalLauncherOptions Local(SandboxOptions options) => new() { Directory = options.Directory, OrphanPatience = options.OrphanPatience };
}
