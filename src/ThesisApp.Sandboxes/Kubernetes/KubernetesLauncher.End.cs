using k8s;
using k8s.Autorest;
using k8s.Models;

namespace ThesisApp.Sandboxes.Kubernetes;

/// <summary>How sandboxes are ended.</summary>
public sealed partial class KubernetesLauncher
{
    // None at all would take the pod out of the cluster's books before its node has ended it.
    private const int LeastGrace = 1;

    /// <inheritdoc/>
    public Task<SandboxExit> StopAsync(string id, TimeSpan patience, CancellationToken cancellationToken) => EndAsync(id, Math.Max(LeastGrace, (int)Math.Ceiling(patience.TotalSeconds)), cancellationToken);

    /// <inheritdoc/>
    public Task<SandboxExit> KillAsync(string id, CancellationToken cancellationToken) => EndAsync(id, LeastGrace, cancellationToken);

    /// <inheritdoc/>
    public async Task RemoveAsync(string id, CancellationToken cancellationToken)
    {
        if (await FindJobAsync(id, cancellationToken) is { } job)
        {
            // Without the word the cluster would leave the pod.
            await KubernetesFault.IfThereAsync(Client.BatchV1.DeleteNamespacedJobAsync(
                job.Metadata.Name, Namespace, new V1DeleteOptions { Preconditions = new V1Preconditions { Uid = job.Metadata.Uid } }, propagationPolicy: "Foreground", cancellationToken: cancellationToken), isNamedByUid: true);
            await DeletePodAsync(job, LeastGrace, cancellationToken);
            await WaitUntilGoneAsync(job, cancellationToken);
        }

        Forget(id);
    }

    // Deletes the pod: the cluster has no other way to end one. Its last words go with it, so they are listened to.
    private async Task<SandboxExit> EndAsync(string id, int grace, CancellationToken cancellationToken)
    {
        await Ends.ListenAsync(cancellationToken);
        if (await FindJobAsync(id, cancellationToken) is not { } job || ExitOf(job, null) is not null)
        {
            return await WaitAsync(id, cancellationToken);
        }

        string uid = _uids[id] = job.Metadata.Uid;
        Task<SandboxExit> end = Ends.Of(uid);
        V1Pod? pod = await FindPodAsync(job, cancellationToken);
        using CancellationTokenSource enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<string>? words = pod is not null && KubernetesState.HasStarted(pod) && KubernetesState.ExitOf(pod) is null ? ReadLogAsync(pod, follow: true, enough.Token) : null;
        if (pod is null)
        {
            await KubernetesFault.IfThereAsync(Client.BatchV1.PatchNamespacedJobAsync(KubernetesJob.GiveUp("It was stopped before it started."), job.Metadata.Name, Namespace, cancellationToken: cancellationToken));
        }

        await DeletePodAsync(job, grace, cancellationToken);
        try
        {
            return await end.WaitAsync(TimeSpan.FromSeconds(grace) + _options.NodePatience, _time, cancellationToken);
        }
        catch (TimeoutException)
        {
            // The node does not answer, and perhaps never will: nobody sees how it ends there. Its Job stays until it is removed.
            await DeletePodAsync(job, 0, cancellationToken);
            Ends.Note(uid, SandboxExit.Unseen);
            return await end;
        }
        finally
        {
            if (words is not null)
            {
                enough.CancelAfter(NewsPatience);
                _outputs[uid] = await words;
            }
        }
    }

    private async Task DeletePodAsync(V1Job job, int grace, CancellationToken cancellationToken)
    {
        if (await FindPodAsync(job, cancellationToken) is { } pod)
        {
            await KubernetesFault.IfThereAsync(Client.CoreV1.DeleteNamespacedPodAsync(pod.Metadata.Name, Namespace, gracePeriodSeconds: grace, cancellationToken: cancellationToken));
        }
    }

    private async Task WaitUntilGoneAsync(V1Job job, CancellationToken cancellationToken)
    {
        long began = _time.GetTimestamp();
        bool isForced = false;
        TimeSpan look = FirstLook;
        while (await KubernetesFault.IfThereAsync(Client.BatchV1.ReadNamespacedJobAsync(job.Metadata.Name, Namespace, cancellationToken: cancellationToken)) is { } left && left.Metadata.Uid == job.Metadata.Uid)
        {
            if (!isForced && _time.GetElapsedTime(began) > _options.NodePatience)
            {
                await DeletePodAsync(job, 0, cancellationToken);
                isForced = true;
            }

            await Task.Delay(look, _time, cancellationToken);
            look = look * 2 < LongestLook ? look * 2 : LongestLook;
        }
    }

    private async Task GiveUpUnlessStartedAsync(string id, string uid, CancellationToken cancellationToken)
    {
        if (await FindJobAsync(id, cancellationToken) is { } job && job.Metadata.Uid == uid && await FindPodAsync(job, cancellationToken) is var pod && (pod is null || !KubernetesState.HasStarted(pod)))
        {
            await GiveUpAsync(uid, $"It did not start within {_options.StartPatience.TotalSeconds:F0} s. {KubernetesState.WhyNotYet(pod)}");
        }
    }

    // From then on it cannot start any more, so it may be taken for ended.
    private async Task GiveUpAsync(string uid, string why)
    {
        try
        {
            V1JobList jobs = await Client.BatchV1.ListNamespacedJobAsync(Namespace, labelSelector: Selector);
            if (jobs.Items.FirstOrDefault(job => job.Metadata.Uid == uid) is { } job && KubernetesState.ExitOf(job) is null)
            {
                await KubernetesFault.IfThereAsync(Client.BatchV1.PatchNamespacedJobAsync(KubernetesJob.GiveUp(why), job.Metadata.Name, Namespace));
            }
        }
        catch (Exception exception) when (exception is HttpOperationException || KubernetesFault.IsPassing(exception))
        {
            // It is told again with the next change of the pod; and whoever waits has a patience of his own.
        }
    }
}
