using System.Text;
using System.Text.RegularExpressions;
using k8s.Models;
using ThesisApp.Sandboxes;

namespace ThesisApp.TestSupport.Kubernetes;

/// <summary>What a node runs for a pod: a process of this machine, with the pod's command and environment and nothing of its image.</summary>
internal static partial class FakeContainer
{
    /// <summary>The id that its runtime knows it by.</summary>
    public static string IdOf(V1Pod pod) => $"pod-{pod.Metadata.Uid[..13]}";

    /// <summary>The Secrets that a pod takes its environment from, and which are not there.</summary>
    public static string? MissingSecret(V1Pod pod, FakeStore store) =>
        (pod.Spec.Containers[0].EnvFrom ?? []).Select(source => source.SecretRef?.Name).FirstOrDefault(name => name is not null && store.Find<V1Secret>(name) is null);

    /// <summary>Describes the process. A scratch folder of its own stands for the pod's empty folder, wherever that is mounted.</summary>
    public static SandboxSpec Describe(V1Pod pod, FakeStore store)
    {
        V1Container container = pod.Spec.Containers[0];
        Dictionary<string, string> environment = new(StringComparer.Ordinal) { ["KUBERNETES_SERVICE_HOST"] = "10.96.0.1" };
        if (pod.Spec.EnableServiceLinks != false)
        {
            environment["REDIS_SERVICE_HOST"] = "10.96.0.2";
        }

        foreach ((string name, byte[] value) in (container.EnvFrom ?? []).SelectMany(source => store.Find<V1Secret>(source.SecretRef.Name)!.Data ?? new Dictionary<string, byte[]>()))
        {
            environment[name] = Encoding.UTF8.GetString(value);
        }

        HashSet<string> mounts = [.. (container.VolumeMounts ?? []).Select(mount => mount.MountPath)];
        foreach (V1EnvVar variable in container.Env ?? [])
        {
            environment[variable.Name] = Expand(variable.Value, environment);
        }

        foreach (string name in environment.Where(variable => mounts.Contains(variable.Value)).Select(variable => variable.Key).ToList())
        {
            environment.Remove(name);
        }

        IDictionary<string, ResourceQuantity> limits = container.Resources?.Limits ?? new Dictionary<string, ResourceQuantity>();
        return new SandboxSpec
        {
            Id = IdOf(pod),
            Command = [.. (container.Command ?? []).Select(part => Expand(part, environment))],
            Environment = environment,
            Limits = new SandboxLimits
            {
                MemoryBytes = limits.TryGetValue("memory", out ResourceQuantity? memory) ? (long)memory.ToDecimal() : 1L << 30,
                Cpus = limits.TryGetValue("cpu", out ResourceQuantity? cpu) ? (double)cpu.ToDecimal() : 1,
            },
        };
    }

    // $(NAME) is a variable's value, if there is such a variable; $$ is a plain $.
    private static string Expand(string text, Dictionary<string, string> environment) =>
        Reference().Replace(text, found => found.Value == "$$" ? "$" : environment.GetValueOrDefault(found.Groups[1].Value, found.Value));

    [GeneratedRegex(@"\$\$|\$\(([^)]*)\)")]
    private static partial Regex Reference();
}
