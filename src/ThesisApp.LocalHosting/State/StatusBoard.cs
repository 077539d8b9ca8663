using System.Text.Json;

namespace ThesisApp.LocalHosting.State;

/// <summary>Keeps the status of all resources, and a file of it for other programs.</summary>
internal sealed class StatusBoard(string? file)
{
    private readonly Lock _lock = new();
    private readonly List<ResourceStatus> _resources = [];
    private bool _ready;

    /// <summary>The status now.</summary>
    public HostStatus Current
    {
        get
        {
            lock (_lock)
            {
                return new HostStatus(Environment.ProcessId, _ready, [.. _resources]);
            }
        }
    }

    /// <summary>Adds a resource.</summary>
    public void Add(string name, string type, IReadOnlyList<string> urls)
    {
        lock (_lock)
        {
            _resources.Add(new ResourceStatus(name, type, ResourceState.Waiting, null, urls, 0));
            Write();
        }
    }

    /// <summary>Changes a resource.</summary>
    public void Change(string name, Func<ResourceStatus, ResourceStatus> change)
    {
        lock (_lock)
        {
            int index = _resources.FindIndex(resource => resource.Name == name);
            _resources[index] = change(_resources[index]);
            Write();
        }
    }

    /// <summary>Says that everything is up.</summary>
    public void SetReady()
    {
        lock (_lock)
        {
            _ready = true;
            Write();
        }
    }

    /// <summary>Removes the file: nothing runs any more.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            if (file is not null)
            {
                File.Delete(file);
            }
        }
    }

    // Whoever reads the file sees the old state or the new one, never half of it.
    private void Write()
    {
        if (file is null)
        {
            return;
        }

        string temporary = $"{file}.{Environment.ProcessId}.tmp";
        File.WriteAllBytes(temporary, JsonSerializer.SerializeToUtf8Bytes(new HostStatus(Environment.ProcessId, _ready, _resources), StateJson.Default.HostStatus));
        File.Move(temporary, file, overwrite: true);
    }
}
