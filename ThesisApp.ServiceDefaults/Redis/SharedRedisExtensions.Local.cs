using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using StackExchange.Redis;
using ThesisApp.ServiceDefaults.Redis.Direct;

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
        string? connectionString = builder.Configuration.GetConnectionString(connectionName);
        if (string.IsNullOrWhiteSpace(connectionString))
        {
            throw new SharedRedisException(
                $"The connection string '{connectionName}' is not set. Start this service through the AppHost, or set ConnectionStrings__{connectionName}=host:port,password=...");
        }

        ConfigurationOptions options = Parse(connectionName, connectionString);
        options.ClientName = builder.Environment.ApplicationName;
        RedisTrust.Apply(options, builder.Configuration, connectionName);
        options.UseDirectTransport();

        // A store that restarts is an ordinary thing: the client goes on connecting, callers see a passing fault meanwhile.
        options.AbortOnConnectFail = false;
        options.ReconnectRetryPolicy = new ExponentialRetry(100, 2_000);
        options.BacklogPolicy = BacklogPolicy.FailFast;

        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IConnectionMultiplexer>(_ => ConnectionMultiplexer.Connect(options));
        builder.Services.AddHealthChecks().AddRedis(services => services.GetRequiredService<IConnectionMultiplexer>(), connectionName, timeout: TimeSpan.FromSeconds(3));
        builder.Services.AddHostedService<SharedRedisStartup>();
        return builder;
    }

    private static ConfigurationOptions Parse(string connectionName, string connectionString)
    {
        try
        {
            return ConfigurationOptions.Parse(connectionString);
        }
        catch (ArgumentException)
        {
            // The parser's own message may quote the password.
            throw new SharedRedisException($"The connection string '{connectionName}' is malformed. It reads host:port,password=...,ssl=true|false.");
        }
    }
}
