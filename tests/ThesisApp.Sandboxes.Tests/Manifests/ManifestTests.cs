using System.Diagnostics;
using k8s.Models;
using ThesisApp.TestSupport.Kubernetes;
using KubernetesManifests = ThesisApp.TestSupport.Kubernetes.Manifests;

namespace ThesisApp.Sandboxes.Tests.Manifests;

/// <summary>Every file of deploy/kubernetes for itself.</summary>
public sealed class ManifestTests
{
    public static TheoryData<string> Files { get; } =
        [.. Directory.EnumerateFiles(KubernetesManifests.Folder, "*.yaml", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "kustomization.yaml").Select(file => Path.GetRelativePath(KubernetesManifests.Folder, file)).Order(StringComparer.Ordinal)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Files))]
    public void It_has_no_field_that_the_API_does_not_know(string file) =>
        Assert.All(Overlay.Read(File.ReadAllText(Path.Combine(KubernetesManifests.Folder, file))), item => Assert.Empty(ObjectRules.Check(item.Metadata)));

    [Fact]
    public void A_field_that_the_API_does_not_know_is_noticed() =>
        Assert.ThrowsAny<Exception>(() => Overlay.Read("apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: any}\nspec: {replica: 3}\n"));

    [Fact]
    public void The_orchestrator_can_make_Secrets_and_read_none()
    {
        Assert.Equal(["/secrets create"], FakeCluster.Entries(KubernetesManifests.PoolRights).Where(right => right.Contains("secrets", StringComparison.Ordinal)));
        Assert.DoesNotContain(KubernetesManifests.PoolRights, rule => rule.Verbs.Contains("*") || rule.Resources.Contains("*") || rule.ApiGroups.Contains("*"));
    }

    [Fact]
    public async Task The_script_makes_what_the_manifests_refer_to_and_leads_to_their_Redis()
    {
        string folder = Directory.CreateTempSubdirectory("thesis-secrets-").FullName;
        try
        {
            // As docs/deploy.md has it: the Redis of the manifests does not encrypt.
            using Process script = Process.Start(new ProcessStartInfo("bash", [Path.Combine(KubernetesManifests.Folder, "..", "make-secrets.sh"), folder]) { RedirectStandardOutput = true, Environment = { ["TLS"] = "off" } })!;
            await script.WaitForExitAsync(Cancellation);

            Assert.Equal(0, script.ExitCode);
            Assert.All(["users.acl", "redis-agent", "redis-orchestrator"], name => Assert.True(File.Exists(Path.Combine(folder, name)), name));
            V1Service redis = Overlay.Read(await File.ReadAllTextAsync(Path.Combine(KubernetesManifests.Folder, "redis", "redis.yaml"), Cancellation)).OfType<V1Service>().Single();
            Assert.StartsWith($"{redis.Metadata.Name}:{redis.Spec.Ports[0].Port},user=agent,", await File.ReadAllTextAsync(Path.Combine(folder, "redis-agent"), Cancellation), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
