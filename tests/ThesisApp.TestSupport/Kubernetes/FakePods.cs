using k8s.Models;

namespace ThesisApp.TestSupport.Kubernetes;

/// <summary>What an API server does with pods.</summary>
internal static class FakePods
{
    private const int UsualGrace = 30;

    /// <summary>Marks a pod for deletion. It goes when its node says that it has ended, or at once where no node has it or no grace is left.</summary>
    public static V1Pod? Delete(FakeStore store, string name, long? grace) => store.Change<V1Pod>(name, pod =>
    {
        long left = pod.Spec.NodeName is null || pod.Status?.Phase is "Succeeded" or "Failed" ? 0 : grace ?? pod.Spec.TerminationGracePeriodSeconds ?? UsualGrace;
        if (pod.Metadata.DeletionTimestamp is null || left < pod.Metadata.DeletionGracePeriodSeconds)
        {
            pod.Metadata.DeletionTimestamp = TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(left);
            pod.Metadata.DeletionGracePeriodSeconds = left;
        }
    });

    /// <summary>Sets the status of a pod's container.</summary>
    public static void Report(FakeStore store, string name, string phase, V1ContainerState state, string? reason = null, string? message = null) => store.Change<V1Pod>(name, pod =>
    {
        V1PodStatus status = pod.Status ??= new V1PodStatus();
        (status.Phase, status.Reason, status.Message) = (phase, reason, message);
        V1Container container = pod.Spec.Containers[0];
        status.ContainerStatuses = [new V1ContainerStatus { Name = container.Name, Image = container.Image, ImageID = string.Empty, Ready = state.Running is not null, RestartCount = 0, State = state }];
    });
}
