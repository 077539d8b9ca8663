using ThesisApp.Sandboxes.Docker;
using ThesisApp.TestSupport.Containers;

namespace ThesisApp.Sandboxes.Tests.Escapes;

public sealed class DockerEscapeTests(DockerEngine engine) : SandboxEscapeTests
{
    private readonly string _pool = $"pool{Random.Shared.Next(100_000, 999_999)}";

    [Fact]
    public void It_withholds_everything_but_what_the_engine_cannot_limit() =>
        Assert.All(Report.Guarantees.Where(entry => entry.Guarantee is not (Guarantee.MemoryLimit or Guarantee.CpuLimit or Guarantee.ProcessLimit)), entry => Assert.True(entry.IsInForce, entry.ToString()));

    protected override ISandboxLauncher CreateLauncher() =>
        new DockerLauncher(new DockerLauncherOptions { Image = DockerEngine.Image, Endpoint = engine.Endpoint, Pool = _pool }, TimeProvider.System);

    protected override Task PrepareAsync() => engine.StartAsync(Cancellation);
}
