namespace ThesisApp.Sandboxes;

/// <summary>Names of the kinds of sandbox, as <c>--sandbox</c> takes them.</summary>
public static class SandboxKinds
{
    /// <summary>An operating-system process with its own scratch folder and limits.</summary>
    public const string Process = "process";

    /// <summary>A process in namespaces of its own, by bubblewrap.</summary>
    public const string Bubblewrap = "bubblewrap";

    /// <summary>A container of a Docker engine.</summary>
    public const string Docker = "docker";

    /// <summary>A pod of a Kubernetes cluster.</summary>
    public const string Kubernetes = "kubernetes";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Process, Bubblewrap, Docker, Kubernetes];
}
