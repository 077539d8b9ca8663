namespace ThesisApp.Sandboxes.Kubernetes;

/// <summary>How pods are started.</summary>
public sealed record KubernetesLauncherOptions
{
    /// <summary>The image that they are made from; the agent is in it.</summary>
    public required string Image { get; init; }

    /// <summary>Tells these pods from those of others in the namespace: small letters, digits, hyphens. The default value is <c>thesis</c>.</summary>
    public string Pool { get; init; } = "thesis";

    /// <summary>The namespace. The default value is the one that the service account, or the configuration file's context, is in; else <c>default</c>.</summary>
    public string? Namespace { get; init; }

    /// <summary>The configuration file. The default value is what KUBECONFIG names; inside a cluster its service account; else <c>~/.kube/config</c>.</summary>
    public string? ConfigurationFile { get; init; }

    /// <summary>The context of the configuration file. The default value is its current one.</summary>
    public string? Context { get; init; }

    /// <summary>How long a pod may take until its container runs. The default value is 45 seconds.</summary>
    public TimeSpan StartPatience { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>How long the cluster keeps a sandbox that has ended, if nobody removes it. The default value is 10 minutes.</summary>
    public TimeSpan KeepEnded { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a sandbox may run before the cluster ends it; null, the default value, for as long as it likes.</summary>
    public TimeSpan? Lifetime { get; init; }

    /// <summary>How long beyond its grace the end of a pod is waited for before it is taken out of the cluster's books: its node may be lost. The default value is 30 seconds.</summary>
    public TimeSpan NodePatience { get; init; } = TimeSpan.FromSeconds(30);
}
