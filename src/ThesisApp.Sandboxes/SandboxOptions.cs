using System.ComponentModel.DataAnnotations;

namespace ThesisApp.Sandboxes;

/// <summary>Which sandboxes are started, and how.</summary>
public sealed class SandboxOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Sandboxes";

    /// <summary>One of <see cref="SandboxKinds"/>; empty, the default value, for none: agents are started by somebody else.</summary>
    public string Kind { get; set; } = string.Empty;

    /// <summary>The folder of the sandboxes of this machine: whoever names the same one shares them. The default value is <c>.thesis/sandboxes</c>.</summary>
    [Required]
    public string Directory { get; set; } = Path.Combine(".thesis", "sandboxes");

    /// <summary>The folder for what the sandboxes of chapters write, in a folder for each run. The default value is <c>.thesis/output</c>.</summary>
    [Required]
    public string Output { get; set; } = Path.Combine(".thesis", "output");

    /// <summary>How long a sandbox of this machine goes on when its orchestrator has died and no other has adopted it. The default value is 10 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan OrphanPatience { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long an agent may take to give its task back before it is ended by force. The default value is 10 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:10:00")]
    public TimeSpan StopPatience { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Memory of a sandbox in MiB. The default value is 512.</summary>
    [Range(64, 1_048_576)]
    public int MemoryMegabytes { get; set; } = 512;

    /// <summary>Processors of a sandbox. The default value is 1.</summary>
    [Range(0.01, 1_024)]
    public double Cpus { get; set; } = 1;

    /// <summary>Processes and threads of a sandbox together. The default value is 128.</summary>
    [Range(16, 100_000)]
    public int Processes { get; set; } = 128;

    /// <summary>Scratch of a sandbox in MiB. The default value is 256.</summary>
    [Range(1, 1_048_576)]
    public int ScratchMegabytes { get; set; } = 256;

    /// <summary>True to leave agents the network. The default value is false: where it can be withheld they reach Redis through a socket and nothing else.</summary>
    public bool HasNetwork { get; set; }

    /// <summary>Tells the sandboxes of one deployment from those of another at the same place: a folder in <see cref="Directory"/>, a label of containers. The default value is made from the pool's name (and <see cref="Directory"/>).</summary>
    [RegularExpression("^[a-z0-9][a-z0-9-]{1,30}$")]
    public string? Pool { get; set; }

    /// <summary>The image that containers are made from. The default value is <c>thesis-agent:local</c> where the agent is in the image (<see cref="AgentInImage"/>, and Kubernetes always), else .NET's own, to which the agent is lent from this machine.</summary>
    public string? Image { get; set; }

    /// <summary>True if Docker's containers run the agent of their image (deploy/Dockerfile); false, the default value, to lend them the one of this machine. Pods always run that of their image.</summary>
    public bool AgentInImage { get; set; }

    /// <summary>The Docker network of containers that have one. The default value is <c>bridge</c>.</summary>
    [Required]
    public string Network { get; set; } = "bridge";

    /// <summary>The namespace of pods. The default value is that of the orchestrator's own service account, or of the configuration file's context.</summary>
    [RegularExpression("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$")]
    public string? Namespace { get; set; }

    /// <summary>The configuration file that leads to the cluster. The default value is what KUBECONFIG names, a pod's service account, or <c>~/.kube/config</c>.</summary>
    public string? ConfigurationFile { get; set; }

    /// <summary>The context of the configuration file. The default value is its current one.</summary>
    public string? Context { get; set; }

    /// <summary>How long a pod may take until its agent runs, image and all, before it is given up. The default value is 45 seconds, less than the pool waits to hear of an agent (<c>Pool:Silence</c>).</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan StartPatience { get; set; } = TimeSpan.FromSeconds(45);

    /// <summary>How long the cluster keeps a pod that has ended, if no orchestrator removes it. The default value is 10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "7.00:00:00")]
    public TimeSpan KeepEnded { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a pod may run before the cluster ends it: a bound on what is left behind where no orchestrator comes back. The default value is none.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "365.00:00:00")]
    public TimeSpan? Lifetime { get; set; }

    /// <summary>How the agent is started in the sandbox. Without it: the one that stands beside the orchestrator, by this machine's runtime or, in a container, the image's; in a pod, the image's own.</summary>
    public IList<string> Command { get; } = [];

    /// <summary>Further files and folders of this machine that agents read.</summary>
    public IList<string> ReadOnlyPaths { get; } = [];

    /// <summary>Names of further environment variables that are passed on to agents.</summary>
    public IList<string> PassedVariables { get; } = [];

    /// <summary>The limits as a launcher takes them.</summary>
    public SandboxLimits ToLimits() => new() { MemoryBytes = (long)MemoryMegabytes << 20, Cpus = Cpus, Processes = Processes, ScratchBytes = (long)ScratchMegabytes << 20 };
}
