using k8s.Models;

namespace ThesisApp.Sandboxes.Kubernetes;

/// <summary>Reads from a Job and its pod how a sandbox is.</summary>
internal static class KubernetesState
{
    private const int NotRun = 125;
    private const int NotExecutable = 126;
    private const int NotFound = 127;
    private const int Killed = 137;

    // What does not pass by itself, or not soon; another sandbox is tried later anyway.
    private static readonly string[] Hopeless =
        ["ImagePullBackOff", "InvalidImageName", "ErrImageNeverPull", "CreateContainerConfigError", "CreateContainerError", "RunContainerError"];

    /// <summary>How a pod ended; null if it has not.</summary>
    public static SandboxExit? ExitOf(V1Pod pod)
    {
        if (Status(pod)?.State?.Terminated is { } ended)
        {
            return new SandboxExit(CodeOf(ended), ended.Reason == "OOMKilled");
        }

        // Ended by its node, which does not tell how the container did, or never began one.
        return pod.Status?.Phase switch
        {
            "Failed" => new SandboxExit(pod.Status.Reason is "Evicted" or "DeadlineExceeded" or "Terminated" or "NodeShutdown" or "Shutdown" ? Killed : NotRun),
            "Succeeded" => SandboxExit.Unseen,
            _ => null,
        };
    }

    /// <summary>How a Job ended, where its pod does not tell; null if it has not.</summary>
    public static SandboxExit? ExitOf(V1Job job) =>
        job.Metadata.Annotations?.ContainsKey(KubernetesLabels.Trouble) == true ? new SandboxExit(NotRun)
        : job.Spec.Suspend == true || job.Metadata.DeletionTimestamp is not null || IsFinished(job) ? SandboxExit.Unseen
        : null;

    /// <summary>Whether the container runs or has run.</summary>
    public static bool HasStarted(V1Pod pod) => Status(pod)?.State is { Running: not null } or { Terminated: not null } || ExitOf(pod) is not null;

    /// <summary>Why a pod will not start; null while it still may.</summary>
    public static string? WhyNever(V1Pod pod) => Status(pod)?.State?.Waiting is { Reason: { } reason } waiting && Hopeless.Contains(reason, StringComparer.Ordinal) ? Sentence(reason, waiting.Message) : null;

    /// <summary>Why a pod has not started so far.</summary>
    public static string WhyNotYet(V1Pod? pod) =>
        pod is null ? "The cluster made no pod of it: 'kubectl describe job' tells why."
        : Status(pod)?.State?.Waiting is { Reason: { } reason } waiting ? Sentence(reason, waiting.Message)
        : pod.Status?.Conditions?.FirstOrDefault(condition => condition is { Type: "PodScheduled", Status: "False" }) is { } unscheduled ? Sentence(unscheduled.Reason, unscheduled.Message)
        : "Its container has not started.";

    /// <summary>What the cluster says of the end, for people; empty if nothing.</summary>
    public static string Remark(V1Job job, V1Pod? pod) =>
        job.Metadata.Annotations?.TryGetValue(KubernetesLabels.Trouble, out string? trouble) == true ? trouble
        : pod?.Status?.Reason is { Length: > 0 } reason ? Sentence(reason, pod.Status.Message)
        : pod is not null && Status(pod)?.State?.Terminated is { Reason: not ("Error" or "Completed" or null) } ended ? Sentence(ended.Reason, ended.Message)
        : job.Status?.Conditions?.FirstOrDefault(condition => condition is { Type: "Failed", Status: "True", Reason: "DeadlineExceeded" }) is { } over ? Sentence(over.Reason, over.Message)
        : string.Empty;

    private static V1ContainerStatus? Status(V1Pod pod) => pod.Status?.ContainerStatuses?.FirstOrDefault(status => status.Name == KubernetesPod.Container);

    private static bool IsFinished(V1Job job) => job.Status?.Conditions?.Any(condition => condition is { Type: "Complete" or "Failed", Status: "True" }) == true;

    // Runtimes have codes of their own for a command that is not there; the others' is the shell's.
    private static int CodeOf(V1ContainerStateTerminated ended) =>
        ended.Reason is "StartError" or "ContainerCannotRun"
            ? ended.Message?.Contains("no such file", StringComparison.OrdinalIgnoreCase) == true || ended.Message?.Contains("not found", StringComparison.OrdinalIgnoreCase) == true ? NotFound : NotExecutable
            : ended.ExitCode;

    private static string Sentence(string? reason, string? message) => string.IsNullOrEmpty(message) ? $"{reason}." : $"{reason}: {message}";
}
