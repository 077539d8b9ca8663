using System.Text;
using k8s;
using k8s.Models;
using ThesisApp.Sandboxes.Kubernetes;
using ThesisApp.TestSupport.Kubernetes;

namespace ThesisApp.Sandboxes.Tests.Kubernetes;

/// <summary>How a sandbox is described to a cluster: what of it shuts an agent in, no cluster of the tests can show.</summary>
public sealed class KubernetesJobTests
{
    private const string Secret = "a secret";

    private static readonly KubernetesLauncherOptions Options = new() { Image = "thesis-agent:test", Pool = "tests" };

    private static readonly SandboxSpec Spec = new()
    {
        Id = "box-a",
        Command = ["/app/agent", "$HOME $(GIVEN) $$"],
        Environment = new Dictionary<string, string> { ["ConnectionStrings__redis"] = Secret },
        Limits = new SandboxLimits { MemoryBytes = 64L << 20, Cpus = 0.5, ScratchBytes = 16L << 20 },
    };

    private static V1Job Job { get; } = KubernetesJob.Describe(Spec, Options, "box-a-secret");

    private static V1PodSpec Pod => Job.Spec.Template.Spec;

    private static V1Container Container => Assert.Single(Pod.Containers);

    [Fact]
    public void It_is_what_the_strict_API_takes_and_restricted_Pod_Security_admits()
    {
        V1Job read = StrictJson.Read<V1Job>(KubernetesJson.Serialize(Job));

        Assert.Empty(ObjectRules.Check(read));
        Assert.Empty(PodSecurity.Refuse(read.Spec.Template.Spec));
    }

    [Fact]
    public void Its_pod_is_made_once_and_never_again()
    {
        Assert.Equal(0, Job.Spec.BackoffLimit);
        Assert.Equal("Never", Pod.RestartPolicy);
        Assert.Equal(600, Job.Spec.TtlSecondsAfterFinished);
        Assert.Null(Job.Spec.ActiveDeadlineSeconds);
    }

    [Fact]
    public void It_writes_nowhere_but_into_its_scratch()
    {
        Assert.True(Container.SecurityContext.ReadOnlyRootFilesystem);
        V1Volume scratch = Assert.Single(Pod.Volumes);
        Assert.Equal(16L << 20, scratch.EmptyDir.SizeLimit.ToInt64());
        Assert.Equal("/tmp", Assert.Single(Container.VolumeMounts).MountPath);
    }

    [Fact]
    public void It_has_no_token_and_is_told_of_no_service()
    {
        Assert.False(Pod.AutomountServiceAccountToken);
        Assert.False(Pod.EnableServiceLinks);
    }

    [Fact]
    public void It_has_its_limits()
    {
        Assert.Equal(64L << 20, Container.Resources.Limits["memory"].ToInt64());
        Assert.Equal(0.5m, Container.Resources.Limits["cpu"].ToDecimal());
        Assert.Equal(32L << 20, Container.Resources.Limits["ephemeral-storage"].ToInt64());
        Assert.Equal(64L << 20, Container.Resources.Requests["memory"].ToInt64());
    }

    [Fact]
    public void Its_environment_is_in_a_Secret_that_goes_with_it_and_nowhere_else()
    {
        V1Job made = KubernetesJob.Describe(Spec, Options, "box-a-secret");
        made.Metadata.Uid = "uid-1";
        V1Secret secret = KubernetesJob.SecretOf(Spec, made, "box-a-secret");

        Assert.DoesNotContain(Secret, KubernetesJson.Serialize(made), StringComparison.Ordinal);
        Assert.Equal(Secret, Encoding.UTF8.GetString(secret.Data["ConnectionStrings__redis"]));
        Assert.Equal("uid-1", Assert.Single(secret.Metadata.OwnerReferences).Uid);
        Assert.Equal("box-a-secret", Assert.Single(Container.EnvFrom).SecretRef.Name);
        Assert.Empty(ObjectRules.Check(secret));
    }

    [Fact]
    public void No_variable_is_put_into_its_command() => Assert.Equal("$$HOME $$(GIVEN) $$$$", Container.Command[1]);

    [Fact]
    public void The_network_that_it_is_to_have_is_a_label_for_policies()
    {
        Assert.Equal("store", Job.Spec.Template.Metadata.Labels["thesis.network"]);
        Assert.Equal("model", KubernetesJob.Describe(Spec with { HasNetwork = true }, Options, "any").Spec.Template.Metadata.Labels["thesis.network"]);
    }

    [Fact]
    public void What_a_pod_cannot_have_is_refused()
    {
        Assert.Throws<ArgumentException>(() => KubernetesJob.Describe(Spec with { ReadOnlyPaths = ["/etc"] }, Options, "any"));
        Assert.Throws<ArgumentException>(() => KubernetesJob.SecretOf(Spec with { Environment = new Dictionary<string, string> { ["1=2"] = "any" } }, Job, "any"));
    }

    [Theory]
    [InlineData("pool", "box-a", "pool-box-a")]
    [InlineData("pool", "ends-with-", "pool-ends-with-")]
    [InlineData("a-pool-of-a-long-name-0123456789", "a-box-of-a-name-as-long-as-it-may-be-0123456789-0123456789")]
    public void Any_id_makes_a_name_that_the_API_takes_and_no_two_the_same(string pool, string id, string? expected = null)
    {
        string name = KubernetesNames.JobOf(pool, id);
        V1Job job = KubernetesJob.Describe(Spec with { Id = id }, Options with { Pool = pool }, "any");

        Assert.Equal(name, job.Metadata.Name);
        Assert.Empty(ObjectRules.Check(job));
        Assert.NotEqual(name, KubernetesNames.JobOf(pool, id + "x"));
        Assert.True(expected is null || name.StartsWith(expected.TrimEnd('-'), StringComparison.Ordinal));
    }
}
