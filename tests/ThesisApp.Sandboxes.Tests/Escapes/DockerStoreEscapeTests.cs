using ThesisApp.Sandboxes.Docker;
using ThesisApp.TestSupport.Containers;
using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Sandboxes.Tests.Escapes;

public sealed class DockerStoreEscapeTests(DockerEngine engine, RestrictedRedisFixture store) : StoreEscapeTests(store), IClassFixture<RestrictedRedisFixture>
{
    private readonly string _pool = $"pool{Random.Shared.Next(100_000, 999_999)}";

    protected override ISandboxLauncher CreateLauncher() =>
        new DockerLauncher(new DockerLauncherOptions { Image = DockerEngine.Image, Endpoint = engine.Endpoint, Pool = _pool }, TimeProvider.System);

    protected override Task PrepareSandboxesAsync() => engine.StartAsync(Cancellation);
}
