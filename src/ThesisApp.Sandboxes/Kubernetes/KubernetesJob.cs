using System.Text;
using System.Text.RegularExpressions;
using k8s.Models;

namespace ThesisApp.Sandboxes.Kubernetes;

/// <summary>Describes a sandbox's Job to the cluster, and the Secret that holds its environment.</summary>
internal static partial class KubernetesJob
{
    /// <summary>A Job that makes one pod, once. It is suspended at first: its Secret is to belong to it, and a pod would wait for it.</summary>
    /// <param name="spec">What is to run.</param>
    /// <param name="options">Of what.</param>
    /// <param name="secret">The Secret that holds its environment.</param>
    public static V1Job Describe(SandboxSpec spec, KubernetesLauncherOptions options, string secret)
    {
        if (spec.ReadOnlyPaths.Count > 0)
        {
            throw new ArgumentException($"A pod cannot be lent '{spec.ReadOnlyPaths[0]}' of this machine: what it reads is in its image.");
        }

        Dictionary<string, string> labels = new(KubernetesLabels.Common)
        {
            [KubernetesLabels.Pool] = KubernetesNames.Fit(options.Pool),
            [KubernetesLabels.Network] = spec.HasNetwork ? KubernetesLabels.WithModel : KubernetesLabels.StoreOnly,
        };
        return new V1Job
        {
            ApiVersion = "batch/v1",
            Kind = V1Job.KubeKind,
            Metadata = new V1ObjectMeta
            {
                Name = KubernetesNames.JobOf(options.Pool, spec.Id),
                Labels = labels,
                Annotations = new Dictionary<string, string> { [KubernetesLabels.Sandbox] = spec.Id },
            },
            Spec = new V1JobSpec
            {
                Suspend = true,
                Parallelism = 1,
                Completions = 1,
                BackoffLimit = 0,
                PodReplacementPolicy = "Failed",
                TtlSecondsAfterFinished = (int)options.KeepEnded.TotalSeconds,
                ActiveDeadlineSeconds = (long?)options.Lifetime?.TotalSeconds,
                Template = new V1PodTemplateSpec
                {
                    Metadata = new V1ObjectMeta { Labels = labels, Annotations = new Dictionary<string, string> { [KubernetesLabels.Sandbox] = spec.Id } },
                    Spec = KubernetesPod.Describe(spec, options, secret),
                },
            },
        };
    }

    /// <summary>The Secret. The whole environment is in it: what of it is secret, the launcher need not know. It goes with its Job.</summary>
    public static V1Secret SecretOf(SandboxSpec spec, V1Job job, string name)
    {
        if (spec.Environment.Keys.FirstOrDefault(variable => !VariableName().IsMatch(variable)) is { } odd)
        {
            throw new ArgumentException($"'{odd}' cannot name a variable in a pod: write letters, digits, '-', '_' and '.', no digit first.");
        }

        return new V1Secret
        {
            ApiVersion = "v1",
            Kind = V1Secret.KubeKind,
            Metadata = new V1ObjectMeta
            {
                Name = name,
                Labels = new Dictionary<string, string>(job.Metadata.Labels),
                OwnerReferences = [new V1OwnerReference { ApiVersion = "batch/v1", Kind = V1Job.KubeKind, Name = job.Metadata.Name, Uid = job.Metadata.Uid, Controller = true }],
            },
            Immutable = true,
            Type = "Opaque",
            Data = spec.Environment.ToDictionary(variable => variable.Key, variable => Encoding.UTF8.GetBytes(variable.Value)),
        };
    }

    /// <summary>Lets the Job make its pod.</summary>
    public static V1Patch Resume { get; } = new("""{"spec":{"suspend":false}}""", V1Patch.PatchType.MergePatch);

    /// <summary>Keeps the Job from making a pod, has the cluster take away the one that it made, and says why.</summary>
    public static V1Patch GiveUp(string why) => new(
        $$$"""{"metadata":{"annotations":{"{{{KubernetesLabels.Trouble}}}":"{{{System.Text.Json.JsonEncodedText.Encode(why)}}}"}},"spec":{"suspend":true}}""", V1Patch.PatchType.MergePatch);

    [GeneratedRegex("^[-._a-zA-Z][-._a-zA-Z0-9]*$")]
    private static partial Regex VariableName();
}
