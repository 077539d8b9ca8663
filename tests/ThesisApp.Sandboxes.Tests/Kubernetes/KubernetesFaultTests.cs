using ThesisApp.Sandboxes.Kubernetes;
using ThesisApp.TestSupport.Kubernetes;
using ThesisApp.TestSupport.Programs;

namespace ThesisApp.Sandboxes.Tests.Kubernetes;

/// <summary>What goes wrong between a launcher and its cluster.</summary>
public sealed class KubernetesFaultTests : KubernetesTest
{
    [Fact]
    public async Task A_busy_server_is_asked_again_when_it_says_and_nothing_is_made_twice()
    {
        KubernetesLauncher launcher = Create();
        Cluster.Faults.Add("create", "jobs", FakeFaultKind.Throttled);
        Cluster.Faults.Add("create", "secrets", FakeFaultKind.Throttled);

        await launcher.StartAsync(Shell("exit 3", "box-a"), Cancellation);

        Assert.Equal(3, (await launcher.WaitAsync("box-a", Cancellation)).Code);
        Assert.Equal(0, Cluster.Faults.Left);
        Assert.Single(Cluster.Jobs);
    }

    [Theory]
    [InlineData("create", "jobs", FakeFaultKind.Broken)]
    [InlineData("create", "jobs", FakeFaultKind.CutBefore)]
    [InlineData("create", "secrets", FakeFaultKind.Broken)]
    [InlineData("create", "secrets", FakeFaultKind.CutAfter)]
    [InlineData("patch", "jobs", FakeFaultKind.Conflict)]
    [InlineData("patch", "jobs", FakeFaultKind.CutAfter)]
    public async Task A_start_that_fails_halfway_is_told_of_and_leaves_nothing(string verb, string resource, FakeFaultKind kind)
    {
        KubernetesLauncher launcher = Create();
        Cluster.Faults.Add(verb, resource, kind);

        await Assert.ThrowsAsync<SandboxException>(() => launcher.StartAsync(Shell("sleep 600", "box-a"), Cancellation));

        Assert.Equal(0, Cluster.Faults.Left);
        await Eventually.TrueAsync(() => Cluster.Jobs.Count + Cluster.Pods.Count + Cluster.Secrets.Count == 0, () => "nothing", Cancellation);
    }

    [Fact]
    public async Task A_Job_that_was_made_though_the_answer_was_lost_is_removed_by_its_id()
    {
        KubernetesLauncher launcher = Create();
        Cluster.Faults.Add("create", "jobs", FakeFaultKind.CutAfter);
        await Assert.ThrowsAsync<SandboxException>(() => launcher.StartAsync(Shell("sleep 600", "box-a"), Cancellation));
        Assert.Single(Cluster.Jobs);

        // As the pool does after each start that failed.
        await launcher.RemoveAsync("box-a", Cancellation);

        Assert.Empty(Cluster.Jobs);
        Assert.Empty(Cluster.Pods);
    }

    [Fact]
    public async Task An_end_is_seen_though_the_watches_were_cut_before_it()
    {
        KubernetesLauncher launcher = Create();
        await launcher.StartAsync(Shell("trap 'exit 9' TERM; while :; do sleep 0.05; done", "box-a"), Cancellation);
        await WaitUntilRunningAsync("box-a");
        Task<SandboxExit> end = launcher.WaitAsync("box-a", Cancellation);
        await Eventually.TrueAsync(() => Cluster.Watchers == 2, () => "two who watch", Cancellation);

        Cluster.CutWatches();
        await Create().StopAsync("box-a", TimeSpan.FromSeconds(20), Cancellation);

        Assert.Equal(9, (await end).Code);
    }

    [Fact]
    public async Task An_end_is_seen_though_the_server_has_forgotten_what_came_before()
    {
        KubernetesLauncher launcher = Create();
        await launcher.StartAsync(Shell("while [ ! -e \"$HOME/go\" ]; do sleep 0.05; done", "box-a"), Cancellation);
        await launcher.StartAsync(Shell("trap 'exit 9' TERM; while :; do sleep 0.05; done", "box-b"), Cancellation);
        await WaitUntilRunningAsync("box-a");
        await WaitUntilRunningAsync("box-b");
        Task<SandboxExit> gone = launcher.WaitAsync("box-a", Cancellation);
        Task<SandboxExit> end = launcher.WaitAsync("box-b", Cancellation);
        await Eventually.TrueAsync(() => Cluster.Watchers == 2, () => "two who watch", Cancellation);

        // One is taken away altogether while nobody can hear of it, the other ends later.
        Cluster.Faults.Add("watch", "pods", FakeFaultKind.Broken);
        Cluster.Faults.Add("watch", "jobs", FakeFaultKind.Broken);
        Cluster.CutWatches();
        await Create().RemoveAsync("box-a", Cancellation);
        Cluster.ForgetHistory();
        await Eventually.TrueAsync(() => Cluster.Watchers == 2 && Cluster.Faults.Left == 0, () => "two who watch again", Cancellation);
        await Create().StopAsync("box-b", TimeSpan.FromSeconds(20), Cancellation);

        Assert.Equal(9, (await end).Code);
        await gone;
    }

    [Fact]
    public async Task A_server_that_does_not_answer_for_a_moment_ends_no_wait()
    {
        KubernetesLauncher launcher = Create();
        await launcher.StartAsync(Shell("trap 'exit 4' TERM; while :; do sleep 0.05; done", "box-a"), Cancellation);
        await WaitUntilRunningAsync("box-a");
        Cluster.Faults.Add("get", "jobs", FakeFaultKind.Broken);
        Cluster.Faults.Add("list", "pods", FakeFaultKind.CutBefore);

        Task<SandboxExit> end = launcher.WaitAsync("box-a", Cancellation);
        await Eventually.TrueAsync(() => Cluster.Faults.Left == 0, () => "both faults", Cancellation);
        await Create().StopAsync("box-a", TimeSpan.FromSeconds(20), Cancellation);

        Assert.Equal(4, (await end).Code);
    }

    [Fact]
    public async Task A_watch_that_the_server_ends_goes_on()
    {
        KubernetesLauncher launcher = Create();
        await launcher.StartAsync(Shell("trap 'exit 4' TERM; while :; do sleep 0.05; done", "box-a"), Cancellation);
        await WaitUntilRunningAsync("box-a");
        Task<SandboxExit> end = launcher.WaitAsync("box-a", Cancellation);
        for (int time = 0; time < 3; time++)
        {
            await Eventually.TrueAsync(() => Cluster.Watchers == 2, () => "two who watch", Cancellation);
            Cluster.CutWatches();
            await Eventually.TrueAsync(() => Cluster.Watchers < 2, () => "the cut", Cancellation);
        }

        await Create().StopAsync("box-a", TimeSpan.FromSeconds(20), Cancellation);

        Assert.Equal(4, (await end).Code);
    }

    [Fact]
    public async Task A_Job_that_somebody_else_deletes_has_ended()
    {
        KubernetesLauncher launcher = Create();
        await launcher.StartAsync(Shell("exec sleep 600", "box-a"), Cancellation);
        await WaitUntilRunningAsync("box-a");
        Task<SandboxExit> end = launcher.WaitAsync("box-a", Cancellation);

        Cluster.DeleteJob("tests-box-a");

        // How, the pod may have told or not.
        Assert.True((await end).Code is 143 or 137 or null);
    }

    [Fact]
    public async Task What_runs_on_a_node_that_is_lost_is_given_up_and_can_be_removed()
    {
        KubernetesLauncher launcher = Create(Options with { NodePatience = TimeSpan.FromSeconds(1) });
        await launcher.StartAsync(Shell("exec sleep 600", "box-a"), Cancellation);
        await WaitUntilRunningAsync("box-a");
        Cluster.Node.IsLost = true;

        SandboxExit exit = await launcher.KillAsync("box-a", Cancellation);
        await launcher.RemoveAsync("box-a", Cancellation);

        Assert.Null(exit.Code);
        Assert.Empty(Cluster.Jobs);
        Assert.Empty(Cluster.Pods);
        Assert.Empty(Cluster.Secrets);
        Cluster.Node.IsLost = false;
    }

    [Fact]
    public async Task Who_may_not_make_Jobs_is_told_what_is_missing()
    {
        await using FakeCluster strict = await FakeCluster.StartAsync([], Cancellation);
        KubernetesLauncher launcher = Create(Options with { ConfigurationFile = strict.ConfigurationFile });

        SandboxReport report = await launcher.ExamineAsync(Cancellation);

        Assert.False(report.IsAvailable);
        Assert.Contains("cannot create resource \"jobs\"", report.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cluster_that_does_not_answer_is_told_of()
    {
        string file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, """
            apiVersion: v1
            kind: Config
            current-context: tests
            clusters: [{name: tests, cluster: {server: "http://127.0.0.1:1"}}]
            users: [{name: tests, user: {token: any}}]
            contexts: [{name: tests, context: {cluster: tests, user: tests}}]
            """, Cancellation);

        SandboxReport report = await Create(Options with { ConfigurationFile = file }).ExamineAsync(Cancellation);
        SandboxReport missing = await Create(Options with { ConfigurationFile = "/no/such/kubeconfig" }).ExamineAsync(Cancellation);
        File.Delete(file);

        Assert.False(report.IsAvailable);
        Assert.Contains("No cluster answers at http://127.0.0.1:1/", report.Reason, StringComparison.Ordinal);
        Assert.Contains("there is no /no/such/kubeconfig", missing.Reason, StringComparison.Ordinal);
    }
}
