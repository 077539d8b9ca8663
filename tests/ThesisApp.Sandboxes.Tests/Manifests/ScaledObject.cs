using k8s;
using k8s.Models;

namespace ThesisApp.Sandboxes.Tests.Manifests;

/// <summary>KEDA's ScaledObject, as far as its documentation (version 2) names its fields: what is not here is not taken.</summary>
public sealed class ScaledObject : IKubernetesObject<V1ObjectMeta>
{
    public string ApiVersion { get; set; } = string.Empty;

    public string Kind { get; set; } = string.Empty;

    public V1ObjectMeta Metadata { get; set; } = new();

    public Specification Spec { get; set; } = new();

    public sealed class Specification
    {
        public Reference ScaleTargetRef { get; set; } = new();

        public int? PollingInterval { get; set; }

        public int? CooldownPeriod { get; set; }

        public int? InitialCooldownPeriod { get; set; }

        public int? IdleReplicaCount { get; set; }

        public int? MinReplicaCount { get; set; }

        public int? MaxReplicaCount { get; set; }

        public FallbackRule? Fallback { get; set; }

        public AdvancedSettings? Advanced { get; set; }

        public IList<Trigger> Triggers { get; set; } = [];
    }

    public sealed class Reference
    {
        public string? ApiVersion { get; set; }

        public string? Kind { get; set; }

        public string Name { get; set; } = string.Empty;

        public string? EnvSourceContainerName { get; set; }
    }

    public sealed class FallbackRule
    {
        public int FailureThreshold { get; set; }

        public int Replicas { get; set; }

        public string? Behavior { get; set; }
    }

    public sealed class AdvancedSettings
    {
        public bool? RestoreToOriginalReplicaCount { get; set; }

        public HpaSettings? HorizontalPodAutoscalerConfig { get; set; }
    }

    public sealed class HpaSettings
    {
        public string? Name { get; set; }

        public V2HorizontalPodAutoscalerBehavior? Behavior { get; set; }
    }

    public sealed class Trigger
    {
        public string Type { get; set; } = string.Empty;

        public string? Name { get; set; }

        public string? MetricType { get; set; }

        public bool? UseCachedMetrics { get; set; }

        public IDictionary<string, string> Metadata { get; set; } = new Dictionary<string, string>();
    }
}
