using System.Text.Json;

namespace ThesisApp.LocalHosting.State;

/// <summary>Keeps the status of all resources, and a file of it for other programs.</summary>
internal sealed class StatusBoard
{
    private readonly string? _file;
    private readonly Lock _lock = new();
    private readonly List<ResourceStatus> _resources = [];
    private bool _ready;

    /// <summary>Creates a board.</summary>
    /// <param name="file">The file of the status, or null for none.</param>
    /// <exception cref="HostingException">The file cannot be written.</exception>
    public StatusBoard(string? file)
    {
        _file = file;
        try
        {
            if (file is not null)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            }

            Write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new HostingException($"The state file '{file}' cannot be written: {exception.Message}", HostingException.BadSettings, exception);
        }
    }

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
            if (_file is not null)
            {
                File.Delete(_file);
            }
        }
    }

    // Whoever reads the file sees the old state or the new one, never half of it.
    private void Write()
    {
        if (_file is null)
        {
            return;
        }

        string temporary = $"{_file}.{Environment.ProcessId}.tmp";
        File.WriteAllBytes(temporary, JsonSerializer.SerializeToUtf8Bytes(new HostStatus(Environment.ProcessId, _ready, _resources), StateJson.Default.HostStatus));
        File.Move(temporary, _file, overwrite: true);
    }
}
