using ThesisApp.Sandboxes;
using ThesisApp.SystemTests.Support;
using ThesisApp.TestSupport.Kubernetes;
using ThesisApp.TestSupport.Programs;
using ThesisApp.TestSupport.Stores;

namespace ThesisApp.SystemTests.Pools;

/// <summary><c>thesis generate --sandbox kubernetes</c> on a cluster of the tests' own, under the rights of deploy/kubernetes.</summary>
public sealed class GenerateInPodsTests(UndisturbedThesis undisturbed, OpenRedisServerFixture redis) : IClassFixture<OpenRedisServerFixture>, IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = Limits.Test)]
    public async Task Agents_in_pods_write_the_same_bytes_and_leave_nothing()
    {
        redis.SkipIfMissing();
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using FakeCluster cluster = await FakeCluster.StartAsync(cancellation);
        SystemSettings settings = new()
        {
            Variables = new Dictionary<string, string>
            {
                ["KUBECONFIG"] = cluster.ConfigurationFile,
                ["ConnectionStrings__redis"] = redis.ConnectionString,
                ["Sandboxes__Command__0"] = Path.Combine(BuiltPrograms.Runtime, "dotnet"),
                ["Sandboxes__Command__1"] = BuiltPrograms.Agent,
                ["Sandboxes__PassedVariables__0"] = ProgramProcess.MarkVariable,
                ["Pool__Horizon"] = "00:00:00.200",
            },
        };
        await using Generate generate = Generate.Start(_folder.File("out"), settings, "--sandbox", SandboxKinds.Kubernetes, "--namespace", FakeCluster.Namespace);

        int exitCode = await generate.Process.WaitForExitAsync(cancellation);

        Assert.True(exitCode == 0, generate.Process.Text + await generate.ReadLogAsync("orchestrator", cancellation));
        undisturbed.MustEqual(await generate.ReadThesisAsync(cancellation));
        Assert.Contains(cluster.UsedRights, right => right == "batch/jobs create");
        Assert.Empty(cluster.Refusals);
        Assert.Empty(cluster.Jobs);
        Assert.Empty(cluster.Pods);
        Assert.Empty(cluster.Secrets);
    }
}
