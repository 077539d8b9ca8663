using ThesisApp.Sandboxes;
using ThesisApp.SystemTests.Support;
using ThesisApp.TestSupport.Containers;
using ThesisApp.TestSupport.Models;
using ThesisApp.TestSupport.Programs;

namespace ThesisApp.SystemTests.Pools;

/// <summary><c>thesis generate --sandbox KIND</c>: the same bytes from agents that are shut in.</summary>
public sealed class GenerateInSandboxesTests(UndisturbedThesis undisturbed, DockerEngine engine) : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = Limits.Test)]
    public async Task Agents_in_namespaces_without_a_network_write_the_same_bytes_and_leave_nothing()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        SandboxReport report = await SandboxLaunchers.Create(new SandboxOptions { Kind = SandboxKinds.Bubblewrap }, TimeProvider.System).ExamineAsync(cancellation);
        Assert.SkipUnless(report.IsAvailable, report.Reason);
        await using Generate generate = Generate.Start(_folder.File("out"), Settings(), "--sandbox", SandboxKinds.Bubblewrap);

        int exitCode = await generate.Process.WaitForExitAsync(cancellation);

        Assert.True(exitCode == 0, generate.Process.Text);
        undisturbed.MustEqual(await generate.ReadThesisAsync(cancellation));
        Assert.Empty(generate.Processes);
        string place = Assert.Single(Directory.EnumerateDirectories(Path.Combine(generate.Output, ".thesis", "sandboxes")));
        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(place, SandboxKinds.Bubblewrap)));
    }

    [Fact(Timeout = Limits.Test)]
    public async Task Agents_in_namespaces_without_a_network_reach_their_model_through_a_gate()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        SandboxReport report = await SandboxLaunchers.Create(new SandboxOptions { Kind = SandboxKinds.Bubblewrap }, TimeProvider.System).ExamineAsync(cancellation);
        Assert.SkipUnless(report.IsAvailable, report.Reason);
        await using SimulatedModel model = await SimulatedModel.StartAsync(cancellation);
        await using Generate generate = Generate.Start(_folder.File("out"), Settings(("ConnectionStrings__chat", model.ConnectionString)), "--sandbox", SandboxKinds.Bubblewrap);

        int exitCode = await generate.Process.WaitForExitAsync(cancellation);

        Assert.True(exitCode == 0, generate.Process.Text + await generate.ReadLogAsync("orchestrator", cancellation));
        Assert.NotEmpty((await model.ReadAccountAsync(cancellation)).Requests);
        Assert.NotEmpty(await generate.ReadThesisAsync(cancellation));
    }

    [Fact(Timeout = Limits.Test)]
    public async Task Agents_in_containers_without_a_network_write_the_same_bytes_and_leave_nothing()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await engine.StartAsync(cancellation);
        SystemSettings settings = Settings(
            ("DOCKER_HOST", engine.Endpoint.ToString()), ("Sandboxes__ReadOnlyPaths__0", BuiltPrograms.Runtime), ("Sandboxes__Pool", "generate-test"));
        await using Generate generate = Generate.Start(_folder.File("out"), settings, "--sandbox", SandboxKinds.Docker, "--image", DockerEngine.Image);

        int exitCode = await generate.Process.WaitForExitAsync(cancellation);

        Assert.True(exitCode == 0, generate.Process.Text + await generate.ReadLogAsync("orchestrator", cancellation));
        undisturbed.MustEqual(await generate.ReadThesisAsync(cancellation));
        Assert.Empty(await engine.ListContainersAsync("generate-test", cancellation));
    }

    [Fact(Timeout = Limits.Test)]
    public async Task After_SIGKILL_of_everything_but_the_sandboxes_the_same_command_goes_on_and_no_sandbox_is_left()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        string output = _folder.File("out");
        SystemSettings settings = Settings() with { Pace = TimeSpan.FromMilliseconds(150) };
        await using (Generate first = Generate.Start(output, settings, "--sandbox", SandboxKinds.Process))
        {
            await first.WaitForTasksAsync(done: 15, cancellation);
            await first.Process.SignalAsync(ProgramSignal.Kill, cancellation);
            await first.WaitUntilGoneAsync(cancellation);
        }

        await using Generate second = Generate.Start(output, settings, "--sandbox", SandboxKinds.Process);
        int exitCode = await second.Process.WaitForExitAsync(cancellation);

        Assert.True(exitCode == 0, second.Process.Text);
        undisturbed.MustEqual(await second.ReadThesisAsync(cancellation));
    }

    private static SystemSettings Settings(params (string Name, string Value)[] variables)
    {
        Dictionary<string, string> all = variables.ToDictionary(variable => variable.Name, variable => variable.Value);
        all["Sandboxes__PassedVariables__0"] = ProgramProcess.MarkVariable;
        all["Pool__Horizon"] = "00:00:00.200";
        all["Sandboxes__OrphanPatience"] = "00:00:02";
        return new SystemSettings { Variables = all };
    }
}
