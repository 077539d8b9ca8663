using ThesisApp.Sandboxes.Kubernetes;
using ThesisApp.TestSupport.Kubernetes;

namespace ThesisApp.Sandboxes.Tests.Kubernetes;

/// <summary>A test class with a cluster of its own.</summary>
public abstract class KubernetesTest : IAsyncLifetime
{
    private static int _count;

    private readonly List<KubernetesLauncher> _launchers = [];

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected FakeCluster Cluster { get; private set; } = null!;

    protected KubernetesLauncherOptions Options => new() { Image = "thesis-agent:test", Pool = "tests", ConfigurationFile = Cluster.ConfigurationFile };

    public async ValueTask InitializeAsync() => Cluster = await FakeCluster.StartAsync(Cancellation);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (KubernetesLauncher launcher in _launchers)
        {
            await launcher.DisposeAsync();
        }

        await Cluster.DisposeAsync();
    }

    protected static SandboxSpec Shell(string script, string? id = null) => new() { Id = id ?? $"box-{Interlocked.Increment(ref _count)}", Command = ["/bin/sh", "-c", script] };

    protected KubernetesLauncher Create(KubernetesLauncherOptions? options = null)
    {
        KubernetesLauncher launcher = new(options ?? Options, TimeProvider.System);
        _launchers.Add(launcher);
        return launcher;
    }

    /// <summary>Waits until a sandbox's container runs.</summary>
    protected Task WaitUntilRunningAsync(string id) => TestSupport.Programs.Eventually.TrueAsync(
        () => Cluster.Pods.Any(pod => pod.Metadata.Annotations["thesis.sandbox"] == id && pod.Status.Phase == "Running"), () => $"{id} to run", Cancellation);
}
