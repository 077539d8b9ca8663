using System.Diagnostics;
using k8s;
using k8s.Models;
using ThesisApp.TestSupport.Processes;
using KubernetesManifests = ThesisApp.TestSupport.Kubernetes.Manifests;

namespace ThesisApp.Sandboxes.Tests.Manifests;

/// <summary>What an overlay comes to: kustomize builds it, the API's own types read it, strictly.</summary>
internal sealed class Overlay
{
    private static readonly Dictionary<string, Type> Types = new() { ["keda.sh/v1alpha1/ScaledObject"] = typeof(ScaledObject) };

    private Overlay(IReadOnlyList<IKubernetesObject<V1ObjectMeta>> items) => Items = items;

    /// <summary>All of its objects.</summary>
    public IReadOnlyList<IKubernetesObject<V1ObjectMeta>> Items { get; }

    /// <summary>What runs, by name: labels and pods.</summary>
    public IReadOnlyDictionary<string, (V1LabelSelector Selector, V1PodTemplateSpec Template)> Workloads =>
        Of<V1Deployment>().ToDictionary(item => item.Metadata.Name, item => (item.Spec.Selector, item.Spec.Template))
            .Concat(Of<V1StatefulSet>().ToDictionary(item => item.Metadata.Name, item => (item.Spec.Selector, item.Spec.Template)))
            .ToDictionary(entry => entry.Key, entry => entry.Value);

    public IEnumerable<T> Of<T>() => Items.OfType<T>();

    /// <summary>Reads YAML strictly.</summary>
    public static IReadOnlyList<IKubernetesObject<V1ObjectMeta>> Read(string yaml) => [.. KubernetesYaml.LoadAllFromString(yaml, Types, strict: true).Cast<IKubernetesObject<V1ObjectMeta>>()];

    /// <summary>Builds an overlay, with a component besides if one is named; or skips.</summary>
    public static async Task<Overlay> BuildAsync(string name, string? component, CancellationToken cancellationToken)
    {
        Assert.SkipUnless(Executables.Find("kubectl") is not null, "kubectl is not installed: 'kubectl kustomize' builds what is looked at here.");
        Assert.SkipUnless((await RunAsync(["version", "--client"], cancellationToken)).Contains("Kustomize Version: v5", StringComparison.Ordinal), "This kubectl is too old: it takes kustomize 5.");
        if (component is null)
        {
            return new Overlay(Read(await RunAsync(["kustomize", Path.Combine(KubernetesManifests.Folder, "overlays", name)], cancellationToken)));
        }

        // As somebody would who adds one: a kustomization of his own beside them.
        string folder = Directory.CreateTempSubdirectory("thesis-overlay-").FullName;
        try
        {
            string Way(params string[] to) => Path.GetRelativePath(folder, Path.Combine([KubernetesManifests.Folder, .. to]));
            await File.WriteAllTextAsync(
                Path.Combine(folder, "kustomization.yaml"),
                $"apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nnamespace: thesis\nresources: [{Way("overlays", name)}]\ncomponents: [{Way(component)}]\n",
                cancellationToken);
            return new Overlay(Read(await RunAsync(["kustomize", folder], cancellationToken)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        using Process kubectl = Process.Start(new ProcessStartInfo("kubectl", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> errors = kubectl.StandardError.ReadToEndAsync(cancellationToken);
        string output = await kubectl.StandardOutput.ReadToEndAsync(cancellationToken);
        await kubectl.WaitForExitAsync(cancellationToken);
        Assert.True(kubectl.ExitCode == 0, await errors);
        return output;
    }
}
