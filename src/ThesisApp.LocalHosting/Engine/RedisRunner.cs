using Aspire.Hosting.ApplicationModel;
using ThesisApp.LocalHosting.Redis;
using ThesisApp.LocalHosting.State;

namespace ThesisApp.LocalHosting.Engine;

/// <summary>Runs the embedded Redis.</summary>
internal sealed class RedisRunner(RedisResource resource, DataFolder? data, StatusBoard status) : IResourceRunner
{
    private EmbeddedRedis? _server;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        status.Change(resource.Name, line => line with { State = ResourceState.Starting });
        int port = Ports.Take(resource, resource.Port);
        bool isKept = resource.Annotations.OfType<PersistenceAnnotation>().Any();
        string? folder = isKept && resource.Annotations.OfType<DataVolumeAnnotation>().LastOrDefault() is { } volume ? data?.For(volume.FolderName) : null;
        string? password = resource.Password is { } parameter ? await parameter.GetValueAsync(cancellationToken) : null;

        // Reading back a large append-only file takes its time, and has no asynchronous form.
        _server = await Task.Run(() => EmbeddedRedis.Start(port, folder, password), cancellationToken);
        resource.ConnectionString = _server.ConnectionString;
        status.Change(resource.Name, line => line with { State = ResourceState.Running, Pid = Environment.ProcessId, Urls = [$"localhost:{port}"] });
    }

    public ValueTask DisposeAsync()
    {
        _server?.Dispose();
        status.Change(resource.Name, line => line with { State = ResourceState.Stopped });
        return ValueTask.CompletedTask;
    }
}
