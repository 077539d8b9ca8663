using ThesisApp.Sandboxes.Kubernetes;
using ThesisApp.TestSupport.Kubernetes;

namespace ThesisApp.Sandboxes.Tests.Contract;

/// <summary>On a cluster of the tests' own, under the rights of deploy/kubernetes: everything but what a container shuts in.</summary>
public sealed class KubernetesContractTests : SandboxContractTests, IAsyncDisposable
{
    private FakeCluster _cluster = null!;

    protected override ISandboxLauncher CreateLauncher() =>
        new KubernetesLauncher(new KubernetesLauncherOptions { Image = "thesis-agent:test", Pool = "contract", ConfigurationFile = _cluster.ConfigurationFile }, TimeProvider.System);

    protected override bool LendsFiles => false;

    protected override async Task PrepareAsync() => _cluster = await FakeCluster.StartAsync(Cancellation);

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await DisposeAsync();
        Assert.Empty(_cluster.Refusals);
        Assert.Empty(_cluster.Secrets);
        await _cluster.DisposeAsync();
    }
}
