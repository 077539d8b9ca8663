namespace ThesisApp.AppHost;

/// <summary>Kubernetes as a target: Aspire.Hosting.Kubernetes is there.</summary>
internal static class KubernetesTarget
{
    /// <summary>Adds the environment.</summary>
    public static void AddKubernetes(this IDistributedApplicationBuilder builder, string name) => builder.AddKubernetesEnvironment(name);
}
