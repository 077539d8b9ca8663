using System.Reflection;
using k8s;
using k8s.Models;

namespace ThesisApp.TestSupport.Kubernetes;

/// <summary>The manifests in <c>deploy/kubernetes</c>.</summary>
public static class Manifests
{
    /// <summary>Their folder.</summary>
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(
        typeof(Manifests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "DeployPath").Value!.Replace('\\', '/'), "kubernetes"));

    /// <summary>What an orchestrator with a pool of its own may do.</summary>
    public static IReadOnlyList<V1PolicyRule> PoolRights { get; } =
        [.. KubernetesYaml.LoadAllFromString(File.ReadAllText(Path.Combine(Folder, "pool", "rights.yaml")), strict: true).OfType<V1Role>().Single().Rules];
}
