using StackExchange.Redis;
using ThesisApp.ServiceDefaults.Redis.Direct;
using Xunit;

namespace ThesisApp.TestSupport.Stores;

/// <summary>A real Redis-compatible server of a test class's own.</summary>
public abstract class StoreFixture : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private ConnectionMultiplexer? _connection;

    /// <summary>Why the server cannot be had on this machine, or null.</summary>
    public string? SkipReason { get; protected set; }

    /// <summary>StackExchange.Redis connection string.</summary>
    public string ConnectionString { get; protected set; } = string.Empty;

    /// <summary>A connection for the whole class.</summary>
    public IConnectionMultiplexer Connection => _connection ?? throw new InvalidOperationException("The store was not started: call SkipIfMissing first.");

    /// <summary>Skips the test, with the reason, where the server cannot be had.</summary>
    public void SkipIfMissing() => Assert.SkipWhen(SkipReason is not null, SkipReason ?? string.Empty);

    /// <summary>Removes everything that the store holds.</summary>
    public async Task EmptyAsync()
    {
        foreach (IServer server in Connection.GetServers().Where(server => !server.IsReplica))
        {
            await server.ExecuteAsync("FLUSHDB");
        }
    }

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        await StartAsync();
        if (SkipReason is null)
        {
            _connection = await ConnectAsync();
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
        }

        await StopAsync();
    }

    /// <summary>Opens another connection, which is the caller's. A server that was only just started refuses it for a moment.</summary>
    /// <param name="likeServices">Whether a server that is away is to be felt at once, as by the services (see <c>AddSharedRedis</c>), and not waited for.</param>
    public async Task<ConnectionMultiplexer> ConnectAsync(bool likeServices = false)
    {
        // On a machine that is busy with other tests an answer may take longer than the client's usual five seconds.
        ConfigurationOptions options = ConfigurationOptions.Parse(ConnectionString);
        Configure(options);
        options.UseDirectTransport();
        options.AllowAdmin = true;
        options.AsyncTimeout = options.SyncTimeout = options.ConnectTimeout = (int)Patience.TotalMilliseconds;
        if (likeServices)
        {
            options.ReconnectRetryPolicy = new ExponentialRetry(100, 2_000);
            options.BacklogPolicy = BacklogPolicy.FailFast;
        }

        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await ConnectionMultiplexer.ConnectAsync(options);
            }
            catch (RedisConnectionException) when (attempt < 100)
            {
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }
        }
    }

    /// <summary>Sets what the connection string cannot say.</summary>
    protected virtual void Configure(ConfigurationOptions options)
    {
    }

    /// <summary>Starts the server, or sets <see cref="SkipReason"/>.</summary>
    protected abstract Task StartAsync();

    /// <summary>Ends the server and removes its files.</summary>
    protected abstract Task StopAsync();
}
