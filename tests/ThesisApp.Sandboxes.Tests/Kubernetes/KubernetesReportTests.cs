using k8s.Models;
using ThesisApp.TestSupport.Kubernetes;

namespace ThesisApp.Sandboxes.Tests.Kubernetes;

/// <summary>What a cluster's namespace is said to withhold.</summary>
public sealed class KubernetesReportTests : KubernetesTest
{
    private static readonly Dictionary<string, string> Agents = new() { ["app.kubernetes.io/component"] = "agent" };

    [Fact]
    public async Task It_names_every_guarantee_once_and_does_not_claim_what_a_pod_s_description_cannot_have()
    {
        SandboxReport report = await Create().ExamineAsync(Cancellation);

        Assert.True(report.IsAvailable, report.Reason);
        Assert.Equal(Enum.GetValues<Guarantee>(), report.Guarantees.Select(entry => entry.Guarantee));
        Assert.Equal([Guarantee.ProcessLimit, Guarantee.NoNetwork], report.Guarantees.Where(entry => !entry.IsInForce).Select(entry => entry.Guarantee));
        Assert.Empty(Cluster.Jobs);
    }

    [Fact]
    public async Task The_network_is_withheld_where_a_policy_bounds_what_agents_reach()
    {
        Cluster.Add(Policy("agents", Agents, new V1NetworkPolicyEgressRule { To = [new V1NetworkPolicyPeer { PodSelector = new V1LabelSelector() }] }));

        Assert.True((await Create().ExamineAsync(Cancellation)).Holds(Guarantee.NoNetwork));
    }

    [Fact]
    public async Task A_policy_that_lets_them_anywhere_or_is_about_others_withholds_nothing()
    {
        Cluster.Add(Policy("others", new Dictionary<string, string> { ["app.kubernetes.io/component"] = "orchestrator" }));
        Assert.False((await Create().ExamineAsync(Cancellation)).Holds(Guarantee.NoNetwork));

        Cluster.Add(Policy("agents", Agents));
        Assert.True((await Create().ExamineAsync(Cancellation)).Holds(Guarantee.NoNetwork));

        Cluster.Add(Policy("wide", Agents, new V1NetworkPolicyEgressRule()));
        Assert.False((await Create().ExamineAsync(Cancellation)).Holds(Guarantee.NoNetwork));
    }

    private static V1NetworkPolicy Policy(string name, Dictionary<string, string> pods, params V1NetworkPolicyEgressRule[] egress) => new()
    {
        ApiVersion = "networking.k8s.io/v1",
        Kind = V1NetworkPolicy.KubeKind,
        Metadata = new V1ObjectMeta { Name = name, NamespaceProperty = FakeCluster.Namespace },
        Spec = new V1NetworkPolicySpec { PodSelector = new V1LabelSelector { MatchLabels = pods }, PolicyTypes = ["Egress"], Egress = [.. egress] },
    };
}
