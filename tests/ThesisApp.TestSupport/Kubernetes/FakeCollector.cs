using k8s;
using k8s.Models;

namespace ThesisApp.TestSupport.Kubernetes;

/// <summary>Takes away what belongs to nothing, and Jobs whose time is over.</summary>
internal sealed class FakeCollector(FakeStore store)
{
    /// <summary>Holds an object until what belongs to it is gone.</summary>
    public const string Foreground = "foregroundDeletion";

    public void Collect()
    {
        Dictionary<string, V1Job> jobs = store.List<V1Job>().Items.ToDictionary(job => job.Metadata.Uid, StringComparer.Ordinal);
        foreach (V1Job job in jobs.Values.Where(IsOver))
        {
            Delete(store, job.Metadata.Name, Foreground);
        }

        foreach (V1Secret secret in store.List<V1Secret>(secret => IsForsaken(secret, jobs)).Items)
        {
            store.Delete<V1Secret>(secret.Metadata.Name);
        }

        IReadOnlyList<V1Pod> pods = store.List<V1Pod>().Items;
        foreach (V1Pod pod in pods.Where(pod => pod.Metadata.DeletionTimestamp is null && IsForsaken(pod, jobs)))
        {
            FakePods.Delete(store, pod.Metadata.Name, null);
        }

        foreach (V1Job job in jobs.Values.Where(job => job.Metadata.Finalizers?.Contains(Foreground) == true && !pods.Any(pod => Owner(pod) == job.Metadata.Uid)))
        {
            store.Change<V1Job>(job.Metadata.Name, held => held.Metadata.Finalizers.Remove(Foreground));
        }
    }

    /// <summary>Deletes a Job. Without a policy its pods stay: so it is with this API, for old times' sake.</summary>
    public static V1Job? Delete(FakeStore store, string name, string? policy)
    {
        V1Job? job = store.Change<V1Job>(name, kept =>
        {
            kept.Metadata.DeletionTimestamp ??= TimeProvider.System.GetUtcNow().UtcDateTime;
            if (policy == Foreground && kept.Metadata.Finalizers?.Contains(Foreground) != true)
            {
                kept.Metadata.Finalizers = [.. kept.Metadata.Finalizers ?? [], Foreground];
            }
        });
        if (job is not null && policy is not (Foreground or "Background"))
        {
            foreach (V1Pod pod in store.List<V1Pod>(pod => Owner(pod) == job.Metadata.Uid).Items)
            {
                store.Change<V1Pod>(pod.Metadata.Name, orphan => orphan.Metadata.OwnerReferences = null);
            }
        }

        return job;
    }

    private static bool IsOver(V1Job job) =>
        job.Metadata.DeletionTimestamp is null
        && job.Spec.TtlSecondsAfterFinished is { } seconds
        && job.Status?.Conditions?.FirstOrDefault(condition => condition is { Type: "Complete" or "Failed", Status: "True" })?.LastTransitionTime is { } ended
        && TimeProvider.System.GetUtcNow().UtcDateTime - ended >= TimeSpan.FromSeconds(seconds);

    private static bool IsForsaken(IKubernetesObject<V1ObjectMeta> item, Dictionary<string, V1Job> jobs) =>
        Owner(item) is { } owner && (!jobs.TryGetValue(owner, out V1Job? job) || job.Metadata.Finalizers?.Contains(Foreground) == true);

    private static string? Owner(IKubernetesObject<V1ObjectMeta> item) => item.Metadata.OwnerReferences?.FirstOrDefault()?.Uid;
}
