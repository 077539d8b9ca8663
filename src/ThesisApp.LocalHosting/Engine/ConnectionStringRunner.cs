using Aspire.Hosting.ApplicationModel;
using ThesisApp.LocalHosting.Redis;
using ThesisApp.LocalHosting.State;

namespace ThesisApp.LocalHosting.Engine;

/// <summary>Something that runs elsewhere. A Redis is asked whether it is there; of the others nothing is known.</summary>
internal sealed class ConnectionStringRunner(ConnectionStringResource resource, bool isAwaited, StatusBoard status, TimeProvider time) : IResourceRunner
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        status.Change(resource.Name, line => line with { State = ResourceState.Starting });

        // Whoever waits for a connection string waits for a Redis: that is the only store that this engine knows.
        if (isAwaited && await resource.GetConnectionStringAsync(cancellationToken) is { } connectionString)
        {
            RedisAddress address = RedisAddress.Parse(connectionString);
            await RedisProbe.WaitAsync(address, time, cancellationToken);
            status.Change(resource.Name, line => line with { Urls = [address.ToString()] });
        }

        status.Change(resource.Name, line => line with { State = ResourceState.Running });
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
