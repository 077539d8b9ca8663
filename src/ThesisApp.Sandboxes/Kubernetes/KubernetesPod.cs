using System.Globalization;
using k8s.Models;

namespace ThesisApp.Sandboxes.Kubernetes;

/// <summary>Describes what runs in a sandbox's pod. It keeps to Pod Security's <c>restricted</c>, and is given no more than a scratch.</summary>
internal static class KubernetesPod
{
    /// <summary>Name of the one container.</summary>
    public const string Container = "agent";

    /// <summary>The one place that it writes to.</summary>
    public const string Scratch = "/tmp";

    private const string ScratchVolume = "scratch";

    private static readonly string[] ScratchVariables = ["HOME", "TMPDIR"];

    // The user that .NET's own images have for applications; it need not be known in the image.
    private const long User = 1_654;

    // What it writes to its output is on the node's disk, too, and counted with the scratch.
    private const long OutputBytes = 16L << 20;

    /// <summary>The pod.</summary>
    /// <param name="spec">What is to run.</param>
    /// <param name="options">Of what.</param>
    /// <param name="secret">The Secret that holds its environment.</param>
    public static V1PodSpec Describe(SandboxSpec spec, KubernetesLauncherOptions options, string secret) => new()
    {
        RestartPolicy = "Never",
        AutomountServiceAccountToken = false,

        // Else it is told the address of every service of the namespace.
        EnableServiceLinks = false,
        HostNetwork = false,
        HostPID = false,
        HostIPC = false,
        ShareProcessNamespace = false,
        TerminationGracePeriodSeconds = 30,
        SecurityContext = new V1PodSecurityContext
        {
            RunAsNonRoot = true,
            RunAsUser = User,
            RunAsGroup = User,
            FsGroup = User,
            SeccompProfile = new V1SeccompProfile { Type = "RuntimeDefault" },
        },
        Containers =
        [
            new V1Container
            {
                Name = Container,
                Image = options.Image,
                ImagePullPolicy = "IfNotPresent",

                // The cluster would put variables in place of $(NAME); $$ is a plain $.
                Command = [.. spec.Command.Select(part => part.Replace("$", "$$", StringComparison.Ordinal))],
                WorkingDir = Scratch,
                Env = [.. ScratchVariables.Where(name => !spec.Environment.ContainsKey(name)).Select(name => new V1EnvVar { Name = name, Value = Scratch })],
                EnvFrom = [new V1EnvFromSource { SecretRef = new V1SecretEnvSource { Name = secret } }],
                VolumeMounts = [new V1VolumeMount { Name = ScratchVolume, MountPath = Scratch }],
                TerminationMessagePolicy = "FallbackToLogsOnError",
                SecurityContext = new V1SecurityContext
                {
                    AllowPrivilegeEscalation = false,
                    Privileged = false,
                    ReadOnlyRootFilesystem = true,
                    RunAsNonRoot = true,
                    Capabilities = new V1Capabilities { Drop = ["ALL"] },
                },
                Resources = Resources(spec.Limits),
            },
        ],
        Volumes = [new V1Volume { Name = ScratchVolume, EmptyDir = new V1EmptyDirVolumeSource { SizeLimit = Bytes(spec.Limits.ScratchBytes) } }],
    };

    // An agent mostly waits for its model: it is booked a quarter of the processor time that it may use, and all of its memory.
    private static V1ResourceRequirements Resources(SandboxLimits limits)
    {
        ResourceQuantity memory = Bytes(limits.MemoryBytes);
        ResourceQuantity disk = Bytes(limits.ScratchBytes + OutputBytes);
        return new V1ResourceRequirements
        {
            Limits = new Dictionary<string, ResourceQuantity> { ["memory"] = memory, ["ephemeral-storage"] = disk, ["cpu"] = Cpus(limits.Cpus) },
            Requests = new Dictionary<string, ResourceQuantity> { ["memory"] = memory, ["ephemeral-storage"] = disk, ["cpu"] = Cpus(limits.Cpus / 4) },
        };
    }

    private static ResourceQuantity Bytes(long bytes) => new(bytes.ToString(CultureInfo.InvariantCulture));

    private static ResourceQuantity Cpus(double cpus) => new($"{Math.Max(1, (long)Math.Ceiling(cpus * 1_000)).ToString(CultureInfo.InvariantCulture)}m");
}
