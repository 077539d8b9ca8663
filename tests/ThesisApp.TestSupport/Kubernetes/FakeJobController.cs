using System.Security.Cryptography;
using k8s.Models;

namespace ThesisApp.TestSupport.Kubernetes;

/// <summary>Makes the pods of Jobs, and keeps the Jobs' books. Pods are held by a finalizer until they are in the books.</summary>
internal sealed class FakeJobController(FakeStore store)
{
    private const string Tracking = "batch.kubernetes.io/job-tracking";
    private const string JobUid = "batch.kubernetes.io/controller-uid";

    private static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime;

    /// <summary>Why pods of Jobs were not admitted, by the Jobs' names.</summary>
    public Dictionary<string, string> Refusals { get; } = new(StringComparer.Ordinal);

    public void Reconcile()
    {
        foreach (V1Job job in store.List<V1Job>().Items)
        {
            IReadOnlyList<V1Pod> pods = store.List<V1Pod>(pod => pod.GetLabel(JobUid) == job.Metadata.Uid).Items;
            if (job.Metadata.DeletionTimestamp is null && !IsFinished(job))
            {
                Advance(job, pods);
            }

            bool isOver = job.Metadata.DeletionTimestamp is not null || IsFinished(store.Find<V1Job>(job.Metadata.Name) ?? job);
            foreach (V1Pod pod in pods.Where(pod => IsDone(pod) || (isOver && pod.Metadata.DeletionTimestamp is not null)))
            {
                store.Change<V1Pod>(pod.Metadata.Name, held => held.Metadata.Finalizers?.Remove(Tracking));
            }
        }
    }

    public static bool IsFinished(V1Job job) => job.Status?.Conditions?.Any(condition => condition is { Type: "Complete" or "Failed", Status: "True" }) == true;

    private void Advance(V1Job job, IReadOnlyList<V1Pod> pods)
    {
        if (job.Spec.Suspend == true)
        {
            DeleteActive(pods);
            Note(job, status => (status.Conditions, status.Active, status.StartTime) = ([Condition("Suspended", "JobSuspended", "Job suspended")], null, null));
        }
        else if (pods.Any(pod => pod.Status?.Phase == "Succeeded"))
        {
            Note(job, status => (status.Conditions, status.Active, status.Succeeded, status.CompletionTime) = ([Condition("Complete", "CompletionsReached", "Reached expected number of succeeded pods")], null, 1, Now));
        }
        else if (job.Spec.ActiveDeadlineSeconds is { } deadline && job.Status?.StartTime is { } began && Now - began > TimeSpan.FromSeconds(deadline))
        {
            DeleteActive(pods);
            Note(job, status => (status.Conditions, status.Active, status.Failed) = ([Condition("Failed", "DeadlineExceeded", "Job was active longer than specified deadline")], null, pods.Count));
        }
        else if (pods.Any(pod => pod.Status?.Phase == "Failed" || (job.Spec.PodReplacementPolicy != "Failed" && pod.Metadata.DeletionTimestamp is not null)))
        {
            Note(job, status => (status.Conditions, status.Active, status.Failed) = ([Condition("Failed", "BackoffLimitExceeded", "Job has reached the specified backoff limit")], null, 1));
        }
        else if (pods.Count == 0)
        {
            Make(job);
        }
    }

    private void Make(V1Job job)
    {
        string[] refused = [.. PodSecurity.Refuse(job.Spec.Template.Spec)];
        if (refused.Length > 0)
        {
            Refusals[job.Metadata.Name] = $"pods are forbidden: violates PodSecurity \"restricted:latest\": {string.Join(", ", refused)}";
            return;
        }

        string prefix = $"{job.Metadata.Name}-";
        Dictionary<string, string> labels = new(job.Spec.Template.Metadata?.Labels ?? new Dictionary<string, string>())
        {
            [JobUid] = job.Metadata.Uid,
            ["controller-uid"] = job.Metadata.Uid,
            ["batch.kubernetes.io/job-name"] = job.Metadata.Name,
            ["job-name"] = job.Metadata.Name,
        };
        store.Create(
            new V1Pod
            {
                ApiVersion = "v1",
                Kind = V1Pod.KubeKind,
                Metadata = new V1ObjectMeta
                {
                    Name = prefix[..Math.Min(58, prefix.Length)] + RandomNumberGenerator.GetString("bcdfghjklmnpqrstvwxz2456789", 5),
                    NamespaceProperty = job.Metadata.NamespaceProperty,
                    Labels = labels,
                    Annotations = job.Spec.Template.Metadata?.Annotations,
                    Finalizers = [Tracking],
                    OwnerReferences = [new V1OwnerReference { ApiVersion = "batch/v1", Kind = V1Job.KubeKind, Name = job.Metadata.Name, Uid = job.Metadata.Uid, Controller = true, BlockOwnerDeletion = true }],
                },
                Spec = job.Spec.Template.Spec,
                Status = new V1PodStatus { Phase = "Pending" },
            },
            "pods");
        Note(job, status => (status.Conditions, status.Active, status.StartTime) = (null, 1, Now));
    }

    private void DeleteActive(IReadOnlyList<V1Pod> pods)
    {
        foreach (V1Pod pod in pods.Where(pod => !IsDone(pod) && pod.Metadata.DeletionTimestamp is null))
        {
            FakePods.Delete(store, pod.Metadata.Name, null);
        }
    }

    private void Note(V1Job job, Action<V1JobStatus> change) => store.Change<V1Job>(job.Metadata.Name, kept =>
    {
        if (kept.Metadata.Uid == job.Metadata.Uid && kept.Spec.Suspend == job.Spec.Suspend)
        {
            V1JobStatus status = kept.Status ??= new V1JobStatus();
            if (status.Conditions?.Any(condition => condition.Type == "Suspended") != true || kept.Spec.Suspend != true)
            {
                change(status);
            }
        }
    });

    private static bool IsDone(V1Pod pod) => pod.Status?.Phase is "Succeeded" or "Failed";

    private static V1JobCondition Condition(string type, string reason, string message) => new() { Type = type, Status = "True", Reason = reason, Message = message, LastTransitionTime = Now };
}
