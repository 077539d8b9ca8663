namespace Aspire.Hosting.ApplicationModel;

/// <summary>A Redis server: here an embedded Garnet, which speaks Redis' protocol.</summary>
/// <param name="name">Its name.</param>
public sealed class RedisResource(string name) : Resource(name), IResourceWithConnectionString, IResourceWithEndpoints, IResourceWithWaitSupport
{
    /// <summary>The port asked for; null for a free one.</summary>
    public int? Port { get; init; }

    /// <summary>What clients must say; null for a password that is made up.</summary>
    public ParameterResource? Password { get; init; }

    internal string? ConnectionString { get; set; }

    /// <inheritdoc />
    public ValueTask<string?> GetConnectionStringAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult(ConnectionString);
}
