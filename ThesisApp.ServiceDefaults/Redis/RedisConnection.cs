using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;
using ThesisApp.ServiceDefaults.Redis.Direct;

namespace Microsoft.Extensions.Hosting;

/// <summary>Connections to the shared Redis by the bare client.</summary>
public static class RedisConnection
{
    /// <summary>Registers a further <see cref="IConnectionMultiplexer"/>, as another user than the service's own, under the name of its connection string. It is opened when it is first asked for.</summary>
    /// <param name="builder">The host's builder.</param>
    /// <param name="connectionName">Name of the connection string: <c>ConnectionStrings__NAME</c> in the environment.</param>
    /// <exception cref="SharedRedisException">There is no such connection string, or it is malformed.</exception>
    public static IHostApplicationBuilder AddRedisAs(this IHostApplicationBuilder builder, string connectionName)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ConfigurationOptions options = Read(builder, connectionName);
        builder.Services.AddKeyedSingleton<IConnectionMultiplexer>(connectionName, (_, _) => ConnectionMultiplexer.Connect(options));
        return builder;
    }

    /// <summary>How a service connects.</summary>
    internal static ConfigurationOptions Read(IHostApplicationBuilder builder, string connectionName)
    {
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
        return options;
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
