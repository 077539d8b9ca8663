using ThesisApp.Contracts.Runs;
using ThesisApp.Sandboxes;
using ThesisApp.SystemTests.Support;
using ThesisApp.TestSupport.Programs;
using ThesisApp.TestSupport.Stores;

namespace ThesisApp.SystemTests.Security;

/// <summary>A deployment whose Redis speaks nothing but TLS, with the certificates that <c>deploy/make-secrets.sh</c> makes.</summary>
public sealed class TlsTests(UndisturbedThesis undisturbed, TlsRedisFixture store) : IClassFixture<TlsRedisFixture>
{
    [Theory(Timeout = Limits.Test)]
    [InlineData(SandboxKinds.Process)]
    [InlineData(SandboxKinds.Bubblewrap)]
    public async Task A_thesis_is_written_over_encrypted_connections_through_a_gate_as_well(string kind)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        store.SkipIfMissing();
        SandboxReport report = await SandboxLaunchers.Create(new SandboxOptions { Kind = kind }, TimeProvider.System).ExamineAsync(cancellation);
        Assert.SkipUnless(report.IsAvailable, report.Reason);
        await store.EmptyAsync();
        Dictionary<string, string> variables = new() { ["Redis__CaFile"] = store.AuthorityFile, ["ConnectionStrings__redisAgents"] = store.Agent };
        await using PoolSystem system = new(new SystemSettings { Redis = store.Orchestrator, Variables = variables });
        (ProgramProcess orchestrator, RunsOf runs) = system.StartOrchestrator(2, ("Sandboxes__Kind", kind), ("Pool__EndsWithOrchestrator", "true"));

        string run = await runs.SubmitSampleAsync(cancellation);
        RunInfo ended = await runs.WaitForEndAsync(run, cancellation);

        Assert.True(ended.State == RunState.Succeeded, $"{ended}\n{orchestrator.Text}");
        undisturbed.MustEqual(await runs.DownloadThesisAsync(run, cancellation));
        await orchestrator.SignalAsync(ProgramSignal.Terminate, cancellation);
        await orchestrator.WaitForExitAsync(cancellation);
    }
}
