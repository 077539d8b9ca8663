using System.Globalization;
using Docker.DotNet.Models;

namespace ThesisApp.Sandboxes.Docker;

/// <summary>Describes a sandbox's container to the engine.</summary>
internal static class DockerContainer
{
    /// <summary>The user that .NET's own images have for applications; it need not be known in the image.</summary>
    private const string User = "1654:1654";

    private const string Scratch = "/tmp";
    private const long SharedMemoryBytes = 1 << 20;

    /// <summary>The name of a sandbox's container: the engine sees to it that there is but one.</summary>
    public static string NameOf(DockerLauncherOptions options, string id) => $"{options.Pool}-{id}";

    /// <summary>A container that has as little as can be: no capabilities, no new rights, nothing to write to but a scratch in memory, and no network unless it is to have one.</summary>
    public static CreateContainerParameters Describe(SandboxSpec spec, DockerLauncherOptions options) => new()
    {
        Name = NameOf(options, spec.Id),
        Image = options.Image,
        Entrypoint = [.. spec.Command],
        Cmd = [],

        // An image's own check knows nothing of the gate, and would be a process of its own every few seconds.
        Healthcheck = new HealthcheckConfig { Test = ["NONE"] },
        User = User,
        WorkingDir = Scratch,
        AttachStdout = true,
        AttachStderr = true,
        Env = [.. EnvironmentOf(spec).Select(variable => $"{variable.Key}={variable.Value}")],
        Labels = new Dictionary<string, string> { [DockerLabels.Pool] = options.Pool, [DockerLabels.Sandbox] = spec.Id },
        HostConfig = new HostConfig
        {
            AutoRemove = true,
            ReadonlyRootfs = true,
            CapDrop = ["ALL"],
            SecurityOpt = ["no-new-privileges"],
            NetworkMode = spec.HasNetwork ? options.Network : "none",
            IpcMode = "private",
            Memory = spec.Limits.MemoryBytes,
            MemorySwap = spec.Limits.MemoryBytes,
            NanoCPUs = (long)(spec.Limits.Cpus * 1e9),
            PidsLimit = spec.Limits.Processes,
            // What a container writes is on the engine's disk, which its scratch has no share in.
            LogConfig = new LogConfig { Type = "json-file", Config = new Dictionary<string, string> { ["max-size"] = "1m", ["max-file"] = "1" } },
            ShmSize = SharedMemoryBytes,
            Tmpfs = new Dictionary<string, string> { [Scratch] = string.Create(CultureInfo.InvariantCulture, $"rw,nosuid,nodev,mode=0700,uid=1654,gid=1654,size={spec.Limits.ScratchBytes}") },
            Ulimits = [new Ulimit { Name = "core", Soft = 0, Hard = 0 }, .. FileLimit(spec)],
            Mounts =
            [
                .. spec.ReadOnlyPaths.Select(path => new Mount { Type = "bind", Source = path, Target = path, ReadOnly = true }),
                .. spec.WritableFiles.Select(file => new Mount { Type = "bind", Source = file.Source, Target = file.Target }),
            ],
        },
    };

    // A file of this machine is outside the scratch and its size.
    private static Ulimit[] FileLimit(SandboxSpec spec) => spec.WritableFiles.Count == 0 ? [] : [new Ulimit { Name = "fsize", Soft = spec.Limits.ScratchBytes, Hard = spec.Limits.ScratchBytes }];

    private static Dictionary<string, string> EnvironmentOf(SandboxSpec spec)
    {
        Dictionary<string, string> environment = new(StringComparer.Ordinal) { ["HOME"] = Scratch, ["TMPDIR"] = Scratch };
        if (spec.WritableFiles.Count > 0)
        {
            // .NET maps its code through a file of 2 GiB otherwise, more than any file may have then.
            environment["DOTNET_EnableWriteXorExecute"] = "0";
        }

        foreach ((string name, string value) in spec.Environment)
        {
            environment[name] = value;
        }

        return environment;
    }
}
