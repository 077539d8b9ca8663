using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using StackExchange.Redis;

namespace Microsoft.Extensions.Hosting;

/// <summary>The shared Redis, by the bare client.</summary>
public static class SharedRedisExtensions
{
    /// <summary>Registers an <see cref="IConnectionMultiplexer"/> for a connection string, with its health check.</summary>
    /// <param name="builder">The host's builder.</param>
    /// <param name="connectionName">Name of the connection string: <c>ConnectionStrings__NAME</c> in the environment.</param>
    /// <exception cref="SharedRedisException">There is no such connection string, or it is malformed.</exception>
    public static IHostApplicationBuilder AddSharedRedis(this IHostApplicationBuilder builder, string connectionName)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ConfigurationOptions options = RedisConnection.Read(builder, connectionName);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IConnectionMultiplexer>(_ => ConnectionMultiplexer.Connect(options));
        builder.Services.AddHealthChecks().AddRedis(services => services.GetRequiredService<IConnectionMultiplexer>(), connectionName, timeout: TimeSpan.FromSeconds(3));
        builder.Services.AddHostedService<SharedRedisStartup>();
        return builder;
    }
}
