using System.Collections.Concurrent;
using k8s;
using k8s.Models;

namespace ThesisApp.Sandboxes.Kubernetes;

/// <summary>Hears from the cluster how sandboxes end. Its pod knows best; its Job knows when there is no pod any more. Sandboxes go by their Jobs' unique ids: a name may be used again.</summary>
internal sealed class KubernetesEnds : IAsyncDisposable
{
    // Between the end of a Job and the word of its pod, which comes by another way.
    private static readonly TimeSpan NewsPatience = TimeSpan.FromSeconds(2);

    private const int WatchSeconds = 240;

    private readonly ConcurrentDictionary<string, TaskCompletionSource<SandboxExit>> _ends = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _whyNever = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _opening = new(1, 1);
    private readonly KubernetesWatch<V1Job> _jobs;
    private readonly KubernetesWatch<V1Pod> _pods;
    private readonly TimeProvider _time;
    private bool _isListening;

    /// <summary>Called with the unique id of a Job whose pod will never start, and why.</summary>
    private readonly Action<string, string> _onTrouble;

    /// <summary>Creates it; nothing is asked yet.</summary>
    public KubernetesEnds(IKubernetes client, string within, string selector, TimeProvider time, Action<string, string> onTrouble)
    {
        (_time, _onTrouble) = (time, onTrouble);
        _jobs = new KubernetesWatch<V1Job>(
            async token => await client.BatchV1.ListNamespacedJobAsync(within, labelSelector: selector, cancellationToken: token),
            (version, onError, token) => client.BatchV1.WatchListNamespacedJobAsync(
                within, allowWatchBookmarks: true, labelSelector: selector, resourceVersion: version, timeoutSeconds: WatchSeconds, onError: onError, cancellationToken: token),
            Compare,
            Note,
            time);
        _pods = new KubernetesWatch<V1Pod>(
            async token => await client.CoreV1.ListNamespacedPodAsync(within, labelSelector: selector, cancellationToken: token),
            (version, onError, token) => client.CoreV1.WatchListNamespacedPodAsync(
                within, allowWatchBookmarks: true, labelSelector: selector, resourceVersion: version, timeoutSeconds: WatchSeconds, onError: onError, cancellationToken: token),
            static () => static _ => { },
            Note,
            time);
    }

    /// <summary>Listens from now on. Whatever ends after this has returned is heard to.</summary>
    public async Task ListenAsync(CancellationToken cancellationToken)
    {
        await _opening.WaitAsync(cancellationToken);
        try
        {
            if (!_isListening)
            {
                // Pods first: a Job that has ended asks whether its pod has been heard of.
                await _pods.StartAsync(cancellationToken);
                await _jobs.StartAsync(cancellationToken);
                _isListening = true;
            }
        }
        finally
        {
            _opening.Release();
        }
    }

    /// <summary>Completes with the end of a sandbox; from here on it is listened for.</summary>
    public Task<SandboxExit> Of(string uid)
    {
        Task<SandboxExit> end = Source(uid).Task;
        if (!end.IsCompleted && _whyNever.TryGetValue(uid, out string? why))
        {
            _onTrouble(uid, why);
        }

        return end;
    }

    /// <summary>How a sandbox ended, if that is known.</summary>
    public SandboxExit? Known(string uid) => _ends.TryGetValue(uid, out TaskCompletionSource<SandboxExit>? end) && end.Task.IsCompletedSuccessfully ? end.Task.Result : null;

    /// <summary>Notes an end that was seen otherwise.</summary>
    public void Note(string uid, SandboxExit exit) => Source(uid).TrySetResult(exit);

    /// <summary>Forgets a sandbox. Whoever still waits for its end has missed it.</summary>
    public void Forget(string uid)
    {
        _whyNever.TryRemove(uid, out _);
        if (_ends.TryRemove(uid, out TaskCompletionSource<SandboxExit>? end))
        {
            end.TrySetResult(SandboxExit.Unseen);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _jobs.DisposeAsync();
        await _pods.DisposeAsync();
        _opening.Dispose();
    }

    private void Note(V1Pod pod, bool isGone)
    {
        if (JobOf(pod) is not { } uid)
        {
            return;
        }

        if (KubernetesState.ExitOf(pod) is { } exit)
        {
            if (_ends.ContainsKey(uid))
            {
                Note(uid, exit);
            }
        }
        else if (!isGone && pod.Metadata.DeletionTimestamp is null && KubernetesState.WhyNever(pod) is { } why)
        {
            _whyNever[uid] = why;
            if (_ends.ContainsKey(uid))
            {
                _onTrouble(uid, why);
            }
        }
    }

    private void Note(V1Job job, bool isGone)
    {
        string uid = job.Metadata.Uid;
        bool isAbandoned = job.Spec.Suspend == true && job.Metadata.Annotations?.ContainsKey(KubernetesLabels.Trouble) != true;
        if (_ends.ContainsKey(uid) && (isGone || (KubernetesState.ExitOf(job) is not null && !isAbandoned && job.Metadata.DeletionTimestamp is null)))
        {
            _ = SettleAsync(uid, KubernetesState.ExitOf(job) ?? SandboxExit.Unseen);
        }
    }

    // Those that were waited for before the list was made, and are not in it, are gone.
    private Action<IEnumerable<V1Job>> Compare()
    {
        string[] before = [.. _ends.Where(end => !end.Value.Task.IsCompleted).Select(end => end.Key)];
        return listed =>
        {
            foreach (string uid in before.Except(listed.Select(job => job.Metadata.Uid), StringComparer.Ordinal))
            {
                _ = SettleAsync(uid, SandboxExit.Unseen);
            }
        };
    }

    private async Task SettleAsync(string uid, SandboxExit otherwise)
    {
        try
        {
            await Source(uid).Task.WaitAsync(NewsPatience, _time);
        }
        catch (TimeoutException)
        {
            Note(uid, otherwise);
        }
    }

    private TaskCompletionSource<SandboxExit> Source(string uid) => _ends.GetOrAdd(uid, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));

    private static string? JobOf(V1Pod pod) => pod.Metadata.Labels?.TryGetValue(KubernetesLabels.JobUid, out string? uid) == true ? uid : null;
}
