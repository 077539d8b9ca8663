using k8s.Models;
using ThesisApp.Contracts;
using ThesisApp.Contracts.Agents;
using ThesisApp.Sandboxes.Kubernetes;
using ThesisApp.TestSupport.Kubernetes;

namespace ThesisApp.Sandboxes.Tests.Manifests;

/// <summary>What each overlay comes to is whole: everything that is referred to is there, and restricted Pod Security admits every pod.</summary>
public sealed class OverlayTests
{
    public static TheoryData<string, string?> Overlays { get; } = new()
    {
        { "keda", null }, { "hpa", null }, { "pool", null }, { "external-redis", null }, { "keda", "model" }, { "pool", "model" }, { "hpa", "tls" }, { "pool", "tls" },
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Overlays))]
    public async Task Every_pod_keeps_to_what_the_cluster_admits_and_has_limits(string name, string? component)
    {
        Overlay overlay = await Overlay.BuildAsync(name, component, Cancellation);

        Assert.NotEmpty(overlay.Workloads);
        Assert.All(overlay.Workloads, workload =>
        {
            V1PodSpec pod = workload.Value.Template.Spec;
            string[] claims = [.. overlay.Of<V1StatefulSet>().Where(set => set.Metadata.Name == workload.Key).SelectMany(set => set.Spec.VolumeClaimTemplates).Select(claim => claim.Metadata.Name)];
            Assert.Empty(PodSecurity.Refuse(pod));
            Assert.Empty(ObjectRules.Check(pod, claims));
            Assert.False(pod.EnableServiceLinks);
            Assert.All(pod.Containers, container =>
            {
                Assert.True(container.SecurityContext.ReadOnlyRootFilesystem);
                Assert.Equal(["cpu", "ephemeral-storage", "memory"], container.Resources.Limits.Keys.Order());
                Assert.Equal(["cpu", "ephemeral-storage", "memory"], container.Resources.Requests.Keys.Order());
                Assert.NotNull(container.StartupProbe);
                Assert.NotNull(container.ReadinessProbe);
            });
        });
        Assert.Equal(name == "pool" ? ["orchestrator"] : [], overlay.Workloads.Where(workload => workload.Value.Template.Spec.AutomountServiceAccountToken != false).Select(workload => workload.Key));
    }

    [Theory]
    [MemberData(nameof(Overlays))]
    public async Task Every_object_has_a_name_and_is_in_the_namespace_that_admits_restricted_pods_only(string name, string? component)
    {
        Overlay overlay = await Overlay.BuildAsync(name, component, Cancellation);

        Assert.All(overlay.Items, item => Assert.Empty(ObjectRules.Check(item.Metadata)));
        V1Namespace within = Assert.Single(overlay.Of<V1Namespace>());
        Assert.Equal("restricted", within.Metadata.Labels["pod-security.kubernetes.io/enforce"]);
        Assert.All(overlay.Items.Where(item => item is not V1Namespace), item => Assert.Equal(within.Metadata.Name, item.Metadata.NamespaceProperty));
        Assert.Equal(overlay.Items.Count, overlay.Items.Select(item => (item.Kind, item.Metadata.Name)).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Overlays))]
    public async Task Every_selector_finds_a_pod_and_every_port_is_there(string name, string? component)
    {
        Overlay overlay = await Overlay.BuildAsync(name, component, Cancellation);
        V1PodTemplateSpec[] Found(V1LabelSelector selector) => [.. overlay.Workloads.Values.Select(workload => workload.Template).Where(template => KubernetesSelector.Matches(selector, template.Metadata.Labels))];

        Assert.All(overlay.Workloads.Values, workload => Assert.True(KubernetesSelector.Matches(workload.Selector, workload.Template.Metadata.Labels)));
        Assert.All(overlay.Of<V1PodDisruptionBudget>(), budget => Assert.Single(Found(budget.Spec.Selector)));
        Assert.All(overlay.Of<V1Service>(), service =>
        {
            V1PodTemplateSpec pods = Assert.Single(Found(new V1LabelSelector { MatchLabels = service.Spec.Selector }));
            Assert.All(service.Spec.Ports, port => Assert.Contains(pods.Spec.Containers.SelectMany(container => container.Ports), there => there.Name == port.TargetPort.Value));
        });
        Assert.All(overlay.Of<V1StatefulSet>(), set => Assert.Contains(overlay.Of<V1Service>(), service => service.Metadata.Name == set.Spec.ServiceName));
        Assert.All(overlay.Of<V1NetworkPolicy>(), policy =>
        {
            // With a pool the agents are Jobs, made by the launcher.
            V1PodTemplateSpec[] pods = Found(policy.Spec.PodSelector);
            Assert.True(pods.Length > 0 || name == "pool", policy.Metadata.Name);
            Assert.All(
                (policy.Spec.Ingress ?? []).SelectMany(rule => rule.Ports ?? []).Where(port => !int.TryParse(port.Port.Value, out _)),
                port => Assert.All(pods, pod => Assert.Contains(pod.Spec.Containers.SelectMany(container => container.Ports), there => there.Name == port.Port.Value)));
        });
    }

    [Theory]
    [MemberData(nameof(Overlays))]
    public async Task Every_account_right_and_secret_that_is_referred_to_is_there(string name, string? component)
    {
        Overlay overlay = await Overlay.BuildAsync(name, component, Cancellation);
        HashSet<string> accounts = [.. overlay.Of<V1ServiceAccount>().Select(account => account.Metadata.Name)];

        Assert.All(overlay.Workloads.Values, workload => Assert.Contains(workload.Template.Spec.ServiceAccountName, accounts));
        Assert.All(overlay.Of<V1RoleBinding>(), binding =>
        {
            Assert.Contains(overlay.Of<V1Role>(), role => role.Metadata.Name == binding.RoleRef.Name && binding.RoleRef.Kind == "Role");
            Assert.All(binding.Subjects, subject => Assert.True(accounts.Contains(subject.Name) && subject.NamespaceProperty == "thesis"));
        });
        Assert.Equal(name == "pool" ? 1 : 0, overlay.Of<V1Role>().Count());
        Assert.Equal(
            (name, component) switch
            {
                ("external-redis", _) => ["thesis-secrets redis-agent", "thesis-secrets redis-orchestrator"],
                (_, "tls") => ["thesis-secrets ca.crt", "thesis-secrets redis-agent", "thesis-secrets redis-orchestrator", "thesis-secrets redis.crt", "thesis-secrets redis.key", "thesis-secrets users.acl"],
                (_, "model") => ["thesis-model chat", "thesis-model embeddings", "thesis-secrets redis-agent", "thesis-secrets redis-orchestrator", "thesis-secrets users.acl"],
                _ => ["thesis-secrets redis-agent", "thesis-secrets redis-orchestrator", "thesis-secrets users.acl"],
            },
            overlay.Workloads.Values.SelectMany(workload => SecretKeys(workload.Template.Spec)).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Overlays))]
    public async Task Agents_reach_names_Redis_and_with_a_model_what_is_outside_and_nothing_else(string name, string? component)
    {
        Overlay overlay = await Overlay.BuildAsync(name, component, Cancellation);
        Dictionary<string, string> labels = new(KubernetesLabels.Common) { ["thesis.agents"] = "standing", [KubernetesLabels.Network] = component == "model" ? KubernetesLabels.WithModel : KubernetesLabels.StoreOnly };

        V1NetworkPolicy[] policies = [.. overlay.Of<V1NetworkPolicy>().Where(policy => KubernetesSelector.Matches(policy.Spec.PodSelector, labels))];

        Assert.Contains(policies, policy => policy.Spec.PolicyTypes.Contains("Ingress"));
        Assert.DoesNotContain(policies, policy => policy.Spec.Ingress is { Count: > 0 });
        Assert.Equal(
            new[] { "53,53", "6379", name == "external-redis" ? "6380" : null, component == "model" ? "443" : null }.OfType<string>().Order(StringComparer.Ordinal),
            policies.SelectMany(policy => policy.Spec.Egress ?? []).Select(rule => string.Join(',', rule.Ports.Select(port => port.Port.Value))).Order(StringComparer.Ordinal));
        Assert.All(policies.SelectMany(policy => policy.Spec.Egress ?? []), rule => Assert.NotEmpty(rule.To));
    }

    [Theory]
    [InlineData("keda")]
    [InlineData("hpa")]
    public async Task What_is_scaled_is_there_and_nobody_else_says_how_many(string name)
    {
        Overlay overlay = await Overlay.BuildAsync(name, null, Cancellation);
        string target = name == "keda" ? Assert.Single(overlay.Of<ScaledObject>()).Spec.ScaleTargetRef.Name : Assert.Single(overlay.Of<V2HorizontalPodAutoscaler>()).Spec.ScaleTargetRef.Name;

        Assert.Null(overlay.Of<V1Deployment>().Single(deployment => deployment.Metadata.Name == target).Spec.Replicas);
    }

    [Fact]
    public async Task The_scaler_asks_the_orchestrator_for_what_it_tells()
    {
        Overlay overlay = await Overlay.BuildAsync("keda", null, Cancellation);

        ScaledObject.Trigger trigger = Assert.Single(Assert.Single(overlay.Of<ScaledObject>()).Spec.Triggers);

        Assert.Equal("metrics-api", trigger.Type);
        Assert.Equal($"http://orchestrator.thesis.svc.cluster.local{ApiRoutes.Demand}", trigger.Metadata["url"]);
        Assert.Contains($"\"{trigger.Metadata["valueLocation"]}\":3", System.Text.Json.JsonSerializer.Serialize(new DemandInfo(1, 2, 3), ContractsJson.Default.DemandInfo), StringComparison.Ordinal);
        Assert.Equal(80, overlay.Of<V1Service>().Single(service => service.Metadata.Name == "orchestrator").Spec.Ports[0].Port);
    }

    [Theory]
    [InlineData("hpa")]
    [InlineData("pool")]
    public async Task Redis_speaks_nothing_but_TLS_if_that_is_wanted_and_every_service_is_told_whom_to_trust(string name)
    {
        Overlay overlay = await Overlay.BuildAsync(name, "tls", Cancellation);

        V1PodSpec redis = overlay.Workloads["redis"].Template.Spec;
        string arguments = string.Join(' ', redis.Containers[0].Args);
        Assert.EndsWith(
            "--port 0 --tls-port 6379 --tls-cert-file /run/secrets/redis/redis.crt --tls-key-file /run/secrets/redis/redis.key --tls-ca-cert-file /run/secrets/redis/ca.crt --tls-auth-clients no", arguments, StringComparison.Ordinal);
        Assert.Contains(" --tls --cacert /run/secrets/redis/ca.crt ", redis.Containers[0].ReadinessProbe.Exec.Command[2], StringComparison.Ordinal);
        Assert.Equal(["ca.crt", "redis-agent", "redis.crt", "redis.key", "users.acl"], FilesIn(redis, "/run/secrets/redis").Order(StringComparer.Ordinal));
        Assert.All(overlay.Of<V1Deployment>().Select(deployment => deployment.Spec.Template.Spec), pod =>
        {
            string file = pod.Containers[0].Env.Single(variable => variable.Name == "Redis__CaFile").Value;
            Assert.Contains(Path.GetFileName(file), FilesIn(pod, Path.GetDirectoryName(file)!));
        });
    }

    [Fact]
    public async Task A_model_of_embeddings_need_not_be_there()
    {
        Overlay overlay = await Overlay.BuildAsync("pool", "model", Cancellation);

        V1SecretProjection[] models = [.. overlay.Workloads["orchestrator"].Template.Spec.Volumes.SelectMany(volume => volume.Projected?.Sources ?? []).Select(source => source.Secret).Where(secret => secret.Name == "thesis-model")];

        Assert.Equal([("chat", false), ("embeddings", true)], models.Select(secret => (Assert.Single(secret.Items).Key, secret.Optional == true)));
    }

    private static IEnumerable<string> FilesIn(V1PodSpec pod, string folder)
    {
        string mounted = pod.Containers[0].VolumeMounts.Single(mount => mount.MountPath == folder).Name;
        V1Volume volume = pod.Volumes.Single(volume => volume.Name == mounted);
        return (volume.Secret?.Items ?? []).Concat((volume.Projected?.Sources ?? []).SelectMany(source => source.Secret.Items)).Select(item => item.Path);
    }

    private static IEnumerable<string> SecretKeys(V1PodSpec pod) =>
        pod.Volumes.Where(volume => volume.Secret is not null).SelectMany(volume => volume.Secret.Items.Select(item => $"{volume.Secret.SecretName} {item.Key}"))
            .Concat(pod.Volumes.Where(volume => volume.Projected is not null).SelectMany(volume => volume.Projected.Sources).SelectMany(source => source.Secret.Items.Select(item => $"{source.Secret.Name} {item.Key}")));
}
