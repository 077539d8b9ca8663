using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using k8s;
using k8s.Autorest;
using k8s.Models;

namespace ThesisApp.Sandboxes.Kubernetes;

/// <summary>Sandboxes that are pods of a Kubernetes cluster, each made by a Job of its own that makes it once. Ended ones are kept for <see cref="KubernetesLauncherOptions.KeepEnded"/>.</summary>
public sealed partial class KubernetesLauncher : ISandboxLauncher, IAsyncDisposable
{
    private static readonly TimeSpan FirstLook = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(1);

    // Between the end of a container and the last of what it wrote.
    private static readonly TimeSpan NewsPatience = TimeSpan.FromSeconds(5);

    private readonly KubernetesLauncherOptions _options;
    private readonly TimeProvider _time;
    private readonly Lazy<KubernetesConnection> _connection;
    private readonly Lazy<KubernetesEnds> _ends;
    private readonly ConcurrentDictionary<string, string> _uids = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _outputs = new(StringComparer.Ordinal);

    /// <summary>Creates the launcher; the cluster is asked nothing yet.</summary>
    public KubernetesLauncher(KubernetesLauncherOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_options, _time) = (options, time);

        // Once it has failed it is tried again: a configuration file may come later.
        _connection = new Lazy<KubernetesConnection>(() => KubernetesConnection.Open(options, time), LazyThreadSafetyMode.PublicationOnly);
        _ends = new Lazy<KubernetesEnds>(() => new KubernetesEnds(Client, Namespace, Selector, time, (uid, why) => _ = GiveUpAsync(uid, why)), LazyThreadSafetyMode.ExecutionAndPublication);
    }

    /// <inheritdoc/>
    public string Kind => SandboxKinds.Kubernetes;

    private IKubernetes Client => _connection.Value.Client;

    private string Namespace => _connection.Value.Namespace;

    private string Selector => $"{KubernetesLabels.Pool}={KubernetesNames.Fit(_options.Pool)}";

    /// <inheritdoc/>
    public Task<SandboxReport> ExamineAsync(CancellationToken cancellationToken) => KubernetesExamination.ExamineAsync(() => _connection.Value, _options, cancellationToken);

    /// <inheritdoc/>
    public async Task StartAsync(SandboxSpec spec, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(spec);
        string secret = KubernetesNames.Fit($"{KubernetesNames.JobOf(_options.Pool, spec.Checked().Id)}-{RandomNumberGenerator.GetHexString(6, lowercase: true)}");
        V1Job? job = null;
        try
        {
            await Ends.ListenAsync(cancellationToken);
            job = await Client.BatchV1.CreateNamespacedJobAsync(KubernetesJob.Describe(spec, _options, secret), Namespace, cancellationToken: cancellationToken);
            Forget(spec.Id);
            _uids[spec.Id] = job.Metadata.Uid;
            _ = Ends.Of(job.Metadata.Uid);
            await Client.CoreV1.CreateNamespacedSecretAsync(KubernetesJob.SecretOf(spec, job, secret), Namespace, cancellationToken: cancellationToken);
            await Client.BatchV1.PatchNamespacedJobAsync(KubernetesJob.Resume, job.Metadata.Name, Namespace, cancellationToken: cancellationToken);
        }
        catch (Exception exception)
        {
            if (job is not null)
            {
                await RemoveAsync(spec.Id, CancellationToken.None);
            }

            throw exception switch
            {
                HttpOperationException { Response.StatusCode: HttpStatusCode.Conflict } when job is null => new SandboxExistsException(spec.Id, exception),
                HttpOperationException refusal => new SandboxException($"The cluster did not take the sandbox: {KubernetesFault.Tell(refusal)}", refusal),
                HttpRequestException or IOException or TimeoutException or KubernetesException => new SandboxException($"The cluster cannot be reached: {exception.Message}", exception),
                _ => exception,
            };
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SandboxInfo>> ListAsync(CancellationToken cancellationToken)
    {
        V1JobList jobs = await Client.BatchV1.ListNamespacedJobAsync(Namespace, labelSelector: Selector, cancellationToken: cancellationToken);
        if (jobs.Items.Count == 0)
        {
            return [];
        }

        V1PodList pods = await Client.CoreV1.ListNamespacedPodAsync(Namespace, labelSelector: Selector, cancellationToken: cancellationToken);
        ILookup<string, V1Pod> podsOf = pods.Items.ToLookup(pod => pod.GetLabel(KubernetesLabels.JobUid) ?? string.Empty, StringComparer.Ordinal);
        return
        [
            .. jobs.Items
                .Where(job => job.GetAnnotation(KubernetesLabels.Sandbox) is not null)
                .Select(job => new SandboxInfo(
                    job.GetAnnotation(KubernetesLabels.Sandbox),
                    new DateTimeOffset(DateTime.SpecifyKind(job.Metadata.CreationTimestamp ?? default, DateTimeKind.Utc)),
                    ExitOf(job, podsOf[job.Metadata.Uid].FirstOrDefault())))
                .OrderBy(sandbox => sandbox.Id, StringComparer.Ordinal),
        ];
    }

    /// <inheritdoc/>
    public async Task<bool> AdoptAsync(string id, CancellationToken cancellationToken)
    {
        // The cluster keeps it; all there is to do is to listen for its end.
        await Ends.ListenAsync(cancellationToken);
        if (await FindJobAsync(id, cancellationToken) is not { } job)
        {
            return false;
        }

        _uids[id] = job.Metadata.Uid;
        _ = Ends.Of(job.Metadata.Uid);
        return ExitOf(job, await FindPodAsync(job, cancellationToken)) is null;
    }

    /// <inheritdoc/>
    public async Task<SandboxExit> WaitAsync(string id, CancellationToken cancellationToken)
    {
        for (TimeSpan pause = FirstLook; ; pause = pause * 2 < LongestLook ? pause * 2 : LongestLook)
        {
            try
            {
                return await WaitOnceAsync(id, cancellationToken);
            }
            catch (Exception exception) when (KubernetesFault.IsPassing(exception) && !cancellationToken.IsCancellationRequested)
            {
                // A server that does not answer says nothing about the sandbox.
                await Task.Delay(pause, _time, cancellationToken);
            }
        }
    }

    private async Task<SandboxExit> WaitOnceAsync(string id, CancellationToken cancellationToken)
    {
        await Ends.ListenAsync(cancellationToken);
        if (_uids.TryGetValue(id, out string? started))
        {
            // An end that comes while the server does not answer is heard of as well.
            _ = Ends.Of(started);
        }

        if (await FindJobAsync(id, cancellationToken) is not { } job)
        {
            // It was removed, or the cluster did when its time was over; or there never was one.
            return _uids.TryGetValue(id, out string? known) ? Ends.Known(known) ?? SandboxExit.Unseen : SandboxExit.Unseen;
        }

        // Listened for before it is looked at: nothing is missed between.
        string uid = _uids[id] = job.Metadata.Uid;
        Task<SandboxExit> end = Ends.Of(uid);
        V1Pod? pod = await FindPodAsync(job, cancellationToken);
        if (ExitOf(job, pod) is { } exit && (job.Metadata.DeletionTimestamp is null || pod is null))
        {
            Ends.Note(uid, exit);
        }

        if (!end.IsCompleted && (pod is null || !KubernetesState.HasStarted(pod)))
        {
            try
            {
                return await end.WaitAsync(_options.StartPatience, _time, cancellationToken);
            }
            catch (TimeoutException)
            {
                await GiveUpUnlessStartedAsync(id, uid, cancellationToken);
            }
        }

        return await end.WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<string> ReadOutputAsync(string id, CancellationToken cancellationToken)
    {
        if (_uids.TryGetValue(id, out string? uid) && _outputs.TryGetValue(uid, out string? kept))
        {
            return kept;
        }

        if (await FindJobAsync(id, cancellationToken) is not { } job)
        {
            return string.Empty;
        }

        V1Pod? pod = await FindPodAsync(job, cancellationToken);
        string output = pod is null ? string.Empty : await ReadLogAsync(pod, follow: false, cancellationToken);
        string remark = KubernetesState.Remark(job, pod);
        return remark.Length == 0 ? output : $"{output}{(output.Length == 0 || output.EndsWith('\n') ? string.Empty : "\n")}{remark}\n";
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_ends.IsValueCreated)
        {
            await _ends.Value.DisposeAsync();
        }

        if (_connection.IsValueCreated)
        {
            _connection.Value.Dispose();
        }
    }

    private KubernetesEnds Ends
    {
        get
        {
            // Where there is no cluster it fails here, and what is made but once is not made of a failure.
            _ = _connection.Value;
            return _ends.Value;
        }
    }

    private SandboxExit? ExitOf(V1Job job, V1Pod? pod) =>
        Ends.Known(job.Metadata.Uid) ?? (pod is null ? null : KubernetesState.ExitOf(pod)) ?? KubernetesState.ExitOf(job);

    private void Forget(string id)
    {
        if (_uids.TryRemove(id, out string? uid))
        {
            Ends.Forget(uid);
            _outputs.TryRemove(uid, out _);
        }
    }

    private async Task<V1Job?> FindJobAsync(string id, CancellationToken cancellationToken) =>
        await KubernetesFault.IfThereAsync(Client.BatchV1.ReadNamespacedJobAsync(KubernetesNames.JobOf(_options.Pool, id), Namespace, cancellationToken: cancellationToken)) is { } job
        && job.GetAnnotation(KubernetesLabels.Sandbox) == id
            ? job
            : null;

    // One is made; should there ever be more, the last one is what runs.
    private async Task<V1Pod?> FindPodAsync(V1Job job, CancellationToken cancellationToken) =>
        (await Client.CoreV1.ListNamespacedPodAsync(Namespace, labelSelector: $"{KubernetesLabels.JobUid}={job.Metadata.Uid}", cancellationToken: cancellationToken))
        .Items.MaxBy(pod => pod.Metadata.CreationTimestamp);

    private async Task<string> ReadLogAsync(V1Pod pod, bool follow, CancellationToken cancellationToken)
    {
        try
        {
            using Stream log = await Client.CoreV1.ReadNamespacedPodLogAsync(
                pod.Metadata.Name, Namespace, container: KubernetesPod.Container, follow: follow, tailLines: 100, cancellationToken: cancellationToken);
            return await KubernetesOutput.ReadAsync(log, cancellationToken);
        }
        catch (Exception exception) when (exception is HttpOperationException or HttpRequestException || (exception is OperationCanceledException && follow))
        {
            // It has not begun, or is gone.
            return string.Empty;
        }
    }
}
