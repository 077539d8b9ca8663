using System.Collections.Concurrent;
using k8s.Models;
using ThesisApp.Sandboxes;
using ThesisApp.Sandboxes.Processes;

namespace ThesisApp.TestSupport.Kubernetes;

/// <summary>The one node of a cluster, and who gives it its pods. Containers are processes of this machine, shut in no better than those are.</summary>
internal sealed class FakeKubelet(FakeStore store, FakeNode node, string folder)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private readonly LocalLauncher _runtime = LocalLauncher.Plain(new LocalLauncherOptions { Directory = folder }, TimeProvider.System);
    private readonly ConcurrentDictionary<string, Task> _pods = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _logs = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _evictions = new(StringComparer.Ordinal);

    private static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime;

    /// <summary>Gives pods to the node, and starts what it has been given.</summary>
    public void Reconcile(CancellationToken cancellationToken)
    {
        foreach (V1Pod pod in store.List<V1Pod>(pod => pod.Metadata.DeletionTimestamp is null && pod.Status?.Phase == "Pending").Items)
        {
            if (pod.Spec.NodeName is null)
            {
                store.Change<V1Pod>(pod.Metadata.Name, Schedule);
            }
            else if (!node.IsLost)
            {
                _pods.GetOrAdd(pod.Metadata.Uid, _ => Task.Run(() => RunAsync(pod, cancellationToken), CancellationToken.None));
            }
        }
    }

    /// <summary>Ends a pod for want of what the node has.</summary>
    public void Evict(V1Pod pod, string message) => _evictions[pod.Metadata.Name] = message;

    /// <summary>What a pod has written.</summary>
    public async Task<string> ReadLogAsync(V1Pod pod, CancellationToken cancellationToken) =>
        _logs.TryGetValue(pod.Metadata.Uid, out string? log) ? log : await _runtime.ReadOutputAsync(FakeContainer.IdOf(pod), cancellationToken);

    /// <summary>Ends all that runs.</summary>
    public async Task EndAsync()
    {
        await Task.WhenAll(_pods.Values.Select(pod => pod.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default)));
        foreach (SandboxInfo left in await _runtime.ListAsync(CancellationToken.None))
        {
            await _runtime.RemoveAsync(left.Id, CancellationToken.None);
        }
    }

    private void Schedule(V1Pod pod)
    {
        pod.Spec.NodeName = node.IsFull ? null : "node-1";
        V1PodCondition condition = new() { Type = "PodScheduled", Status = node.IsFull ? "False" : "True", Reason = node.IsFull ? "Unschedulable" : null, Message = node.IsFull ? "0/1 nodes are available: 1 Insufficient memory." : null };
        if (pod.Status.Conditions?.Any(known => known.Type == condition.Type && known.Status == condition.Status) != true)
        {
            pod.Status.Conditions = [condition];
        }
    }

    private async Task RunAsync(V1Pod pod, CancellationToken cancellationToken)
    {
        if (await GetReadyAsync(pod, cancellationToken))
        {
            await RunContainerAsync(pod, cancellationToken);
        }
        else
        {
            // It never began.
            store.Change<V1Pod>(pod.Metadata.Name, ended => ended.Status.Phase = "Failed");
        }

        if (await WaitForDeletionAsync(pod, cancellationToken))
        {
            FakePods.Delete(store, pod.Metadata.Name, 0);
            while (store.Find<V1Pod>(pod.Metadata.Name) is not null)
            {
                await store.WaitAsync(store.Version, Look, cancellationToken);
            }
        }

        await _runtime.RemoveAsync(FakeContainer.IdOf(pod), cancellationToken);
    }

    // As a node goes about it: a Secret that is not there and an image that is not to be had are waited for.
    private async Task<bool> GetReadyAsync(V1Pod pod, CancellationToken cancellationToken)
    {
        string image = pod.Spec.Containers[0].Image;
        Wait(pod, "ContainerCreating", null);
        await Task.Delay(node.StartDelay, cancellationToken);
        while (FakeContainer.MissingSecret(pod, store) is { } secret)
        {
            Wait(pod, "CreateContainerConfigError", $"secret \"{secret}\" not found");
            if (!await StillWantedAsync(pod, cancellationToken))
            {
                return false;
            }
        }

        for (int attempt = 0; node.Misses(image); attempt++)
        {
            Wait(pod, attempt == 0 ? "ErrImagePull" : "ImagePullBackOff", attempt == 0 ? $"failed to pull \"{image}\": not found" : $"Back-off pulling image \"{image}\"");
            if (!await StillWantedAsync(pod, cancellationToken))
            {
                return false;
            }
        }

        return store.Find<V1Pod>(pod.Metadata.Name)?.Metadata.DeletionTimestamp is null;
    }

    private async Task<bool> StillWantedAsync(V1Pod pod, CancellationToken cancellationToken)
    {
        await store.WaitAsync(store.Version, Look, cancellationToken);
        return store.Find<V1Pod>(pod.Metadata.Name) is { Metadata.DeletionTimestamp: null };
    }

    private async Task RunContainerAsync(V1Pod pod, CancellationToken cancellationToken)
    {
        DateTime began = Now;
        SandboxSpec spec = FakeContainer.Describe(pod, store);
        if (Path.IsPathRooted(spec.Command[0]) && !File.Exists(spec.Command[0]))
        {
            End(pod, 128, "StartError", began, $"failed to create containerd task: exec: \"{spec.Command[0]}\": stat {spec.Command[0]}: no such file or directory: unknown");
            return;
        }

        await _runtime.StartAsync(spec, cancellationToken);
        FakePods.Report(store, pod.Metadata.Name, "Running", new V1ContainerState { Running = new V1ContainerStateRunning { StartedAt = began } });
        Task<SandboxExit> end = _runtime.WaitAsync(spec.Id, cancellationToken);
        while (!end.IsCompleted)
        {
            if (_evictions.TryGetValue(pod.Metadata.Name, out string? message))
            {
                await _runtime.KillAsync(spec.Id, cancellationToken);
                FakePods.Report(store, pod.Metadata.Name, "Failed", Ended(137, "Error", began, null), "Evicted", message);
                return;
            }

            if (!node.IsLost && store.Find<V1Pod>(pod.Metadata.Name) is { Metadata.DeletionTimestamp: not null } doomed)
            {
                // Grace may become less while it lasts.
                await Task.WhenAny(end, _runtime.StopAsync(spec.Id, TimeSpan.FromSeconds(Math.Max(1, doomed.Metadata.DeletionGracePeriodSeconds ?? 0)), cancellationToken), LessGraceAsync(pod, doomed, spec.Id, cancellationToken));
            }

            await Task.WhenAny(end, store.WaitAsync(store.Version, Look, cancellationToken));
        }

        // Who follows it gets all of it, though the container is gone by then.
        SandboxExit exit = await end;
        _logs[pod.Metadata.Uid] = await _runtime.ReadOutputAsync(spec.Id, cancellationToken);
        End(pod, exit.IsOutOfMemory ? 137 : exit.Code ?? 137, exit.IsOutOfMemory ? "OOMKilled" : exit.Code == 0 ? "Completed" : "Error", began, null);
    }

    private async Task LessGraceAsync(V1Pod pod, V1Pod doomed, string id, CancellationToken cancellationToken)
    {
        while (store.Find<V1Pod>(pod.Metadata.Name) is { } now && now.Metadata.DeletionGracePeriodSeconds >= doomed.Metadata.DeletionGracePeriodSeconds)
        {
            await store.WaitAsync(store.Version, Look, cancellationToken);
        }

        await _runtime.StopAsync(id, TimeSpan.FromSeconds(1), cancellationToken);
    }

    private async Task<bool> WaitForDeletionAsync(V1Pod pod, CancellationToken cancellationToken)
    {
        while (store.Find<V1Pod>(pod.Metadata.Name) is { } now)
        {
            if (now.Metadata.DeletionTimestamp is not null && !node.IsLost)
            {
                return true;
            }

            await store.WaitAsync(store.Version, Look, cancellationToken);
        }

        return false;
    }

    private void Wait(V1Pod pod, string reason, string? message) => FakePods.Report(store, pod.Metadata.Name, "Pending", new V1ContainerState { Waiting = new V1ContainerStateWaiting { Reason = reason, Message = message } });

    private void End(V1Pod pod, int code, string reason, DateTime began, string? message)
    {
        if (!node.IsLost)
        {
            FakePods.Report(store, pod.Metadata.Name, code == 0 ? "Succeeded" : "Failed", Ended(code, reason, began, message));
        }
    }

    private static V1ContainerState Ended(int code, string reason, DateTime began, string? message) =>
        new() { Terminated = new V1ContainerStateTerminated { ExitCode = code, Reason = reason, Message = message, StartedAt = began, FinishedAt = Now } };
}
