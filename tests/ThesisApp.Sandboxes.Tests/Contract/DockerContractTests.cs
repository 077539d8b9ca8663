using ThesisApp.Sandboxes.Docker;
using ThesisApp.TestSupport.Containers;

namespace ThesisApp.Sandboxes.Tests.Contract;

public sealed class DockerContractTests(DockerEngine engine) : SandboxContractTests
{
    private readonly string _pool = $"pool{Random.Shared.Next(100_000, 999_999)}";

    protected override ISandboxLauncher CreateLauncher() =>
        new DockerLauncher(new DockerLauncherOptions { Image = DockerEngine.Image, Endpoint = engine.Endpoint, Pool = _pool }, TimeProvider.System);

    protected override Task PrepareAsync() => engine.StartAsync(Cancellation);
}
