using k8s;
using k8s.Exceptions;

namespace ThesisApp.Sandboxes.Kubernetes;

/// <summary>The way to a cluster.</summary>
/// <param name="Client">The client.</param>
/// <param name="Namespace">The namespace that sandboxes are in.</param>
/// <param name="By">What led there, for people.</param>
internal sealed record KubernetesConnection(IKubernetes Client, string Namespace, string By) : IDisposable
{
    private const string FileVariable = "KUBECONFIG";

    /// <summary>Finds it; the cluster is asked nothing yet.</summary>
    /// <exception cref="SandboxException">Nothing says where a cluster is, or what does cannot be read.</exception>
    public static KubernetesConnection Open(KubernetesLauncherOptions options, TimeProvider time)
    {
        try
        {
            (KubernetesClientConfiguration configuration, string by) = Find(options);
            string within = options.Namespace ?? (string.IsNullOrEmpty(configuration.Namespace) ? "default" : configuration.Namespace);
            return new KubernetesConnection(new k8s.Kubernetes(configuration, new KubernetesThrottle(time)), within, by);
        }
        catch (Exception exception) when (exception is KubeConfigException or IOException or UnauthorizedAccessException or YamlDotNet.Core.YamlException)
        {
            throw new SandboxException($"The way to a cluster cannot be read: {exception.Message}", exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Client.Dispose();

    private static (KubernetesClientConfiguration Configuration, string By) Find(KubernetesLauncherOptions options)
    {
        string? named = options.ConfigurationFile ?? (Environment.GetEnvironmentVariable(FileVariable) is { Length: > 0 } variable ? variable : null);
        if (named is null && options.Context is null && KubernetesClientConfiguration.IsInCluster())
        {
            return (KubernetesClientConfiguration.InClusterConfig(), "the pod's service account");
        }

        string[] files = [.. (named ?? KubernetesClientConfiguration.KubeConfigDefaultLocation).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Where(File.Exists)];
        if (files.Length == 0)
        {
            throw new SandboxException(
                $"No cluster is known here: this is no pod with a service account, and there is no {named ?? KubernetesClientConfiguration.KubeConfigDefaultLocation}. Name a configuration file in {FileVariable} or Sandboxes:ConfigurationFile.");
        }

        if (files.Length > 1 && options.Context is not null)
        {
            throw new SandboxException($"{FileVariable} names several files, and a context is chosen in one: name it in Sandboxes:ConfigurationFile.");
        }

        // Several are merged, as kubectl does.
        KubernetesClientConfiguration configuration = files is [string file] ? KubernetesClientConfiguration.BuildConfigFromConfigFile(file, options.Context) : KubernetesClientConfiguration.BuildDefaultConfig();
        return (configuration, $"{string.Join(Path.PathSeparator, files)}, context {options.Context ?? configuration.CurrentContext}");
    }
}
