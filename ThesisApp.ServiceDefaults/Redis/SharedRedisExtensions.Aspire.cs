using StackExchange.Redis;
using ThesisApp.ServiceDefaults.Redis.Direct;

namespace Microsoft.Extensions.Hosting;

/// <summary>The shared Redis, by Aspire's client integration.</summary>
public static class SharedRedisExtensions
{
    /// <summary>Registers an <see cref="IConnectionMultiplexer"/> for a connection string, with its health check and traces.</summary>
    /// <param name="builder">The host's builder.</param>
    /// <param name="connectionName">Name of the connection string.</param>
    public static IHostApplicationBuilder AddSharedRedis(this IHostApplicationBuilder builder, string connectionName)
    {
        builder.AddRedisClient(connectionName, configureOptions: options =>
        {
            options.AbortOnConnectFail = false;
            options.ReconnectRetryPolicy = new ExponentialRetry(100, 2_000);
            options.BacklogPolicy = BacklogPolicy.FailFast;
            RedisTrust.Apply(options, builder.Configuration, connectionName);
            options.UseDirectTransport();
        });
        return builder;
    }
}
