using ThesisApp.Sandboxes.Kubernetes;
using ThesisApp.TestSupport.Programs;

namespace ThesisApp.Sandboxes.Tests.Kubernetes;

/// <summary>Pods that do not start, and pods that their cluster ends.</summary>
public sealed class KubernetesStartTests : KubernetesTest
{
    [Fact]
    public async Task An_image_that_is_not_to_be_had_ends_a_sandbox_with_the_cluster_s_word_for_it()
    {
        KubernetesLauncher launcher = Create();
        Cluster.Node.Miss("thesis-agent:test");
        await launcher.StartAsync(Shell("true", "box-a"), Cancellation);

        SandboxExit exit = await launcher.WaitAsync("box-a", Cancellation);

        Assert.Equal(125, exit.Code);
        Assert.Contains("ImagePullBackOff", await launcher.ReadOutputAsync("box-a", Cancellation), StringComparison.Ordinal);
        Assert.False(Assert.Single(await Create().ListAsync(Cancellation)).IsRunning);
        await Eventually.TrueAsync(() => Cluster.Pods.Count == 0, () => "the end of the pod", Cancellation);
    }

    [Fact]
    public async Task A_pod_that_fits_nowhere_is_given_up_when_its_time_is_over_and_cannot_start_later()
    {
        KubernetesLauncher launcher = Create(Options with { StartPatience = TimeSpan.FromSeconds(1) });
        Cluster.Node.IsFull = true;
        await launcher.StartAsync(Shell("exec sleep 600", "box-a"), Cancellation);

        SandboxExit exit = await launcher.WaitAsync("box-a", Cancellation);
        Cluster.Node.IsFull = false;

        Assert.Equal(125, exit.Code);
        Assert.Contains("Insufficient memory", await launcher.ReadOutputAsync("box-a", Cancellation), StringComparison.Ordinal);
        await launcher.RemoveAsync("box-a", Cancellation);
        Assert.Empty(Cluster.Pods);
        Assert.Empty(Cluster.Jobs);
    }

    [Fact]
    public async Task A_pod_that_takes_its_time_to_start_is_waited_for()
    {
        KubernetesLauncher launcher = Create();
        Cluster.Node.StartDelay = TimeSpan.FromSeconds(2);
        await launcher.StartAsync(Shell("exit 4", "box-a"), Cancellation);

        Assert.Equal(4, (await launcher.WaitAsync("box-a", Cancellation)).Code);
    }

    [Fact]
    public async Task What_is_stopped_before_it_has_started_has_ended()
    {
        KubernetesLauncher launcher = Create();
        Cluster.Node.StartDelay = TimeSpan.FromSeconds(5);
        await launcher.StartAsync(Shell("exec sleep 600", "box-a"), Cancellation);

        await launcher.StopAsync("box-a", TimeSpan.FromSeconds(1), Cancellation);

        Assert.False(Assert.Single(await launcher.ListAsync(Cancellation)).IsRunning);
        await launcher.RemoveAsync("box-a", Cancellation);
        Assert.Empty(Cluster.Pods);
    }

    [Fact]
    public async Task A_pod_that_is_evicted_has_been_killed_and_says_why()
    {
        KubernetesLauncher launcher = Create();
        await launcher.StartAsync(Shell("echo up; exec sleep 600", "box-a"), Cancellation);
        await WaitUntilRunningAsync("box-a");

        Cluster.Evict("box-a", "Usage of EmptyDir volume \"scratch\" exceeds the limit \"256Mi\".");

        Assert.Equal(137, (await launcher.WaitAsync("box-a", Cancellation)).Code);
        Assert.Contains("Evicted: Usage of EmptyDir", await launcher.ReadOutputAsync("box-a", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sandbox_ends_when_its_lifetime_is_over()
    {
        KubernetesLauncher launcher = Create(Options with { Lifetime = TimeSpan.FromSeconds(1) });
        await launcher.StartAsync(Shell("trap 'exit 8' TERM; while :; do sleep 0.05; done", "box-a"), Cancellation);

        Assert.Equal(8, (await launcher.WaitAsync("box-a", Cancellation)).Code);
    }

    [Fact]
    public async Task What_nobody_removes_the_cluster_does_and_its_end_is_still_known()
    {
        KubernetesLauncher launcher = Create(Options with { KeepEnded = TimeSpan.FromSeconds(1) });
        await launcher.StartAsync(Shell("exit 3", "box-a"), Cancellation);
        await launcher.WaitAsync("box-a", Cancellation);

        await Eventually.TrueAsync(() => Cluster.Jobs.Count + Cluster.Pods.Count + Cluster.Secrets.Count == 0, () => "the cluster to clean up", Cancellation);

        Assert.Equal(3, (await launcher.WaitAsync("box-a", Cancellation)).Code);
        Assert.Null((await Create().WaitAsync("box-a", Cancellation)).Code);
    }

    [Fact]
    public async Task Two_pools_in_one_namespace_do_not_see_each_other()
    {
        KubernetesLauncher launcher = Create();
        KubernetesLauncher other = Create(Options with { Pool = "others" });
        await launcher.StartAsync(Shell("exec sleep 600", "box-a"), Cancellation);
        await other.StartAsync(Shell("exec sleep 600", "box-a"), Cancellation);

        await other.RemoveAsync("box-a", Cancellation);

        Assert.Empty(await other.ListAsync(Cancellation));
        Assert.True(Assert.Single(await launcher.ListAsync(Cancellation)).IsRunning);
        await launcher.RemoveAsync("box-a", Cancellation);
    }

    [Fact]
    public async Task Every_right_of_the_manifest_is_made_use_of_and_no_other()
    {
        KubernetesLauncher launcher = Create();
        await launcher.ExamineAsync(Cancellation);
        await launcher.StartAsync(Shell("echo up; exec sleep 600", "box-a"), Cancellation);
        await WaitUntilRunningAsync("box-a");
        await launcher.ReadOutputAsync("box-a", Cancellation);
        await Eventually.TrueAsync(() => Cluster.Watchers == 2, () => "two who watch", Cancellation);

        // Of a Job that is removed at once the cluster's collector may have taken the pod before the launcher does.
        await launcher.KillAsync("box-a", Cancellation);
        await launcher.RemoveAsync("box-a", Cancellation);

        Assert.Equal(TestSupport.Kubernetes.FakeCluster.Entries(TestSupport.Kubernetes.Manifests.PoolRights), Cluster.UsedRights);
    }
}
