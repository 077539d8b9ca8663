using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Declares Redis.</summary>
public static class RedisBuilderExtensions
{
    /// <summary>Adds a Redis server.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">Name of the resource and of its connection string.</param>
    /// <param name="port">The port to listen on; null for a free one.</param>
    /// <param name="password">The password; null for one that is made up at each start.</param>
    public static IResourceBuilder<RedisResource> AddRedis(this IDistributedApplicationBuilder builder, string name, int? port = null, IResourceBuilder<ParameterResource>? password = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddResource(new RedisResource(name) { Port = port, Password = password?.Resource });
    }

    /// <summary>Keeps the data when the server ends: in a folder below <c>Data:Directory</c>.</summary>
    /// <exception cref="ArgumentException">The volume is to be read-only, which the embedded server cannot do.</exception>
    public static IResourceBuilder<RedisResource> WithDataVolume(this IResourceBuilder<RedisResource> builder, string? name = null, bool isReadOnly = false)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return isReadOnly
            ? throw new ArgumentException("The embedded Redis writes to its data volume.", nameof(isReadOnly))
            : builder.WithAnnotation(new DataVolumeAnnotation(name ?? builder.Resource.Name));
    }

    /// <summary>Writes every change to an append-only file in the data volume. The interval and the threshold, which a Redis snapshot needs, have no meaning here.</summary>
    public static IResourceBuilder<RedisResource> WithPersistence(this IResourceBuilder<RedisResource> builder, TimeSpan? interval = null, long keysChangedThreshold = 1)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.WithAnnotation(new PersistenceAnnotation());
    }
}
