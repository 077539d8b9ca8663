namespace ThesisApp.Sandboxes.Kubernetes;

/// <summary>What Jobs and pods are marked with, so that they are found again, and so that network policies find them.</summary>
internal static class KubernetesLabels
{
    /// <summary>The pool that a Job belongs to.</summary>
    public const string Pool = "thesis.pool";

    /// <summary>The network that a pod is to have: network policies go by it.</summary>
    public const string Network = "thesis.network";

    /// <summary>A pod that needs Redis and nothing else.</summary>
    public const string StoreOnly = "store";

    /// <summary>A pod that needs a model's endpoint too.</summary>
    public const string WithModel = "model";

    /// <summary>An annotation: the sandbox's id, which not every label could hold.</summary>
    public const string Sandbox = "thesis.sandbox";

    /// <summary>An annotation of a Job that was given up: why it could not start.</summary>
    public const string Trouble = "thesis.trouble";

    /// <summary>The Job that a pod is of, by its unique id: the cluster's own label.</summary>
    public const string JobUid = "batch.kubernetes.io/controller-uid";

    /// <summary>What all of them are.</summary>
    public static IReadOnlyDictionary<string, string> Common { get; } = new Dictionary<string, string>
    {
        ["app.kubernetes.io/name"] = "thesis",
        ["app.kubernetes.io/component"] = "agent",
        ["app.kubernetes.io/managed-by"] = "thesis-orchestrator",
    };
}
