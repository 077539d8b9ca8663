using ThesisApp.Sandboxes;
using ThesisApp.SystemTests.Support;
using ThesisApp.TestSupport.Kubernetes;
using ThesisApp.TestSupport.Programs;
using ThesisApp.TestSupport.Stores;

namespace ThesisApp.SystemTests.Pools;

/// <summary>A pool whose sandboxes take longer to start than its term lasts: a cluster of the tests' own that takes its time.</summary>
public sealed class SlowStartTests(OpenRedisServerFixture redis) : IClassFixture<OpenRedisServerFixture>
{
    private const int Most = 2;

    [Fact(Timeout = Limits.Test)]
    public async Task Sandboxes_that_take_longer_to_start_than_a_term_lasts_are_started_all_the_same()
    {
        redis.SkipIfMissing();
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using FakeCluster cluster = await FakeCluster.StartAsync(cancellation);

        // A Job and its Secret: two seconds for a start.
        cluster.Faults.CreationTime = TimeSpan.FromSeconds(1);
        await using PoolSystem system = new(new SystemSettings { Redis = redis.ConnectionString });
        (ProgramProcess orchestrator, RunsOf runs) = system.StartOrchestrator(
            Most,
            ("Sandboxes__Kind", SandboxKinds.Kubernetes), ("Sandboxes__Namespace", FakeCluster.Namespace), ("KUBECONFIG", cluster.ConfigurationFile),
            ("Sandboxes__Command__0", Path.Combine(BuiltPrograms.Runtime, "dotnet")), ("Sandboxes__Command__1", BuiltPrograms.Agent),
            ("Pool__Min", "2"), ("Pool__Term", "00:00:01"), ("Pool__Interval", "00:00:00.500"), ("Pool__EndsWithOrchestrator", "true"));

        await Eventually.TrueAsync(async token => (await runs.ListAgentsAsync(token)).Count == Most, () => $"{Most} agents:\n{orchestrator.Text}", cancellation);
        await orchestrator.SignalAsync(ProgramSignal.Terminate, cancellation);
        await orchestrator.WaitForExitAsync(cancellation);

        Assert.Empty(cluster.Jobs);
        Assert.Empty(cluster.Secrets);
        Assert.Empty(system.Agents);
    }
}
