namespace ThesisApp.AppHost;

/// <summary>Kubernetes as a target: Aspire.Hosting.Kubernetes, which has pre-releases only, was not asked for.</summary>
internal static class KubernetesTarget
{
    /// <summary>Says how to ask for it.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public static void AddKubernetes(this IDistributedApplicationBuilder builder, string name) =>
        throw new InvalidOperationException($"The target {name} takes a pre-release of Aspire.Hosting.Kubernetes: build with AspireKubernetesVersion set to one. Or take deploy/kubernetes.");
}
