using System.Globalization;
using k8s;
using k8s.Models;

namespace ThesisApp.TestSupport.Kubernetes;

/// <summary>What a cluster remembers: its objects, and in which order they changed. Objects go in and out as copies.</summary>
internal sealed class FakeStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(Type Kind, string Name), string> _objects = [];
    private readonly List<FakeChange> _history = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _version = 1_000;
    private long _oldest = 1_000;

    public long Version
    {
        get
        {
            lock (_lock)
            {
                return _version;
            }
        }
    }

    public T? Find<T>(string name)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        lock (_lock)
        {
            return _objects.TryGetValue((typeof(T), name), out string? json) ? KubernetesJson.Deserialize<T>(json) : null;
        }
    }

    public (IReadOnlyList<T> Items, long Version) List<T>(Func<T, bool>? filter = null)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        lock (_lock)
        {
            return ([.. _objects.Where(entry => entry.Key.Kind == typeof(T)).OrderBy(entry => entry.Key.Name, StringComparer.Ordinal).Select(entry => KubernetesJson.Deserialize<T>(entry.Value)).Where(item => filter?.Invoke(item) ?? true)], _version);
        }
    }

    public T Create<T>(T item, string resource)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        lock (_lock)
        {
            if (_objects.ContainsKey((typeof(T), item.Metadata.Name)))
            {
                throw FakeFaultException.Conflict(resource, item.Metadata.Name, "AlreadyExists");
            }

            item.Metadata.Uid = Guid.NewGuid().ToString();
            item.Metadata.CreationTimestamp = TimeProvider.System.GetUtcNow().UtcDateTime;
            return Keep(item, "ADDED");
        }
    }

    /// <summary>Changes an object; what is to be deleted and held by nobody any more is gone then.</summary>
    /// <returns>The object as it is now, or last was; null if there is none.</returns>
    public T? Change<T>(string name, Action<T> change)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        lock (_lock)
        {
            if (!_objects.TryGetValue((typeof(T), name), out string? before))
            {
                return null;
            }

            T item = KubernetesJson.Deserialize<T>(before);
            change(item);
            if (item.Metadata.DeletionTimestamp is not null && item.Metadata.Finalizers is null or { Count: 0 } && (item is not V1Pod || item.Metadata.DeletionGracePeriodSeconds == 0))
            {
                return Delete(item);
            }

            return KubernetesJson.Serialize(item) == before ? item : Keep(item, "MODIFIED");
        }
    }

    public void Delete<T>(string name)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        lock (_lock)
        {
            if (_objects.TryGetValue((typeof(T), name), out string? json))
            {
                Delete(KubernetesJson.Deserialize<T>(json));
            }
        }
    }

    /// <summary>What has changed since.</summary>
    /// <exception cref="FakeFaultException">That is forgotten: 410.</exception>
    public IReadOnlyList<FakeChange> Since(long version, Type kind)
    {
        lock (_lock)
        {
            return version < _oldest ? throw FakeFaultException.Gone(version, _oldest) : [.. _history.Where(change => change.Version > version && change.Kind == kind)];
        }
    }

    /// <summary>Forgets how things came to be as they are.</summary>
    public void Compact()
    {
        lock (_lock)
        {
            _history.Clear();
            _oldest = ++_version;
        }
    }

    /// <summary>Waits until something has changed since, at most for a time.</summary>
    public async Task WaitAsync(long since, TimeSpan limit, CancellationToken cancellationToken)
    {
        Task changed;
        lock (_lock)
        {
            if (_version > since)
            {
                return;
            }

            changed = _changed.Task;
        }

        await Task.WhenAny(changed, Task.Delay(limit, cancellationToken));
        cancellationToken.ThrowIfCancellationRequested();
    }

    private T Delete<T>(T item)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        Keep(item, "DELETED");
        _objects.Remove((typeof(T), item.Metadata.Name));
        return item;
    }

    private T Keep<T>(T item, string what)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        item.Metadata.ResourceVersion = (++_version).ToString(CultureInfo.InvariantCulture);
        string json = KubernetesJson.Serialize(item);
        _objects[(typeof(T), item.Metadata.Name)] = json;
        _history.Add(new FakeChange(_version, typeof(T), what, json, item.Metadata.Labels ?? new Dictionary<string, string>()));
        TaskCompletionSource changed = _changed;
        _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        changed.TrySetResult();
        return item;
    }
}
