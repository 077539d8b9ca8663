using System.Globalization;
using System.Net.Sockets;
using StackExchange.Redis;
using ThesisApp.ServiceDefaults.Redis.Direct;
using ThesisApp.TestSupport.Processes;
using ThesisApp.TestSupport.Programs;

namespace ThesisApp.Orchestrator.Tests.Redis;

/// <summary>The client over connections of our own making, to a real server.</summary>
public sealed class DirectTransportTests(DirectRedisFixture store) : IClassFixture<DirectRedisFixture>
{
    // More than any connection takes at once.
    private const int Large = 24 * 1024 * 1024;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_too_large_for_one_sending_arrives_whole_and_in_order()
    {
        await using ConnectionMultiplexer redis = await ConnectAsync();
        IDatabase database = redis.GetDatabase();
        byte[] large = new byte[Large];
        new Random(5).NextBytes(large);

        Task first = database.StringSetAsync("large", large);
        Task<long>[] counts = [.. Enumerable.Range(0, 50).Select(_ => database.StringIncrementAsync("count"))];
        byte[] back = (await database.StringGetAsync("large"))!;
        await first;

        Assert.True(large.AsSpan().SequenceEqual(back));
        Assert.Equal(Enumerable.Range(1, 50).Select(i => (long)i), await Task.WhenAll(counts));
    }

    [Fact]
    public async Task Each_of_many_that_ask_at_once_gets_its_own_answer()
    {
        await using ConnectionMultiplexer redis = await ConnectAsync();
        IDatabase database = redis.GetDatabase();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(asker => Task.Run(
            async () =>
            {
                for (int i = 0; i < 500; i++)
                {
                    string word = string.Create(CultureInfo.InvariantCulture, $"{asker}-{i}");
                    Assert.Equal(word, (string?)await database.ExecuteAsync("ECHO", word));
                }
            },
            Cancellation)));
    }

    [Fact]
    public async Task A_server_that_stands_still_holds_up_nobody_who_asks()
    {
        await using ConnectionMultiplexer redis = await ConnectAsync();
        IDatabase database = redis.GetDatabase();
        byte[] value = new byte[Large / 8];
        await store.SignalAsync(ProgramSignal.Stop, Cancellation);
        Task[] writing;
        try
        {
            // Much more than the connection takes while nobody reads from it: were it waited for, the server would never go on.
            writing = [.. Enumerable.Range(0, 16).Select(i => database.StringSetAsync(string.Create(CultureInfo.InvariantCulture, $"value-{i}"), value))];
        }
        finally
        {
            await store.SignalAsync(ProgramSignal.Continue, Cancellation);
        }

        await Task.WhenAll(writing);
        Assert.Equal(value.Length, await database.StringLengthAsync("value-15"));
    }

    [Fact]
    public async Task What_is_published_is_heard()
    {
        await using ConnectionMultiplexer redis = await ConnectAsync();
        TaskCompletionSource<string> heard = new(TaskCreationOptions.RunContinuationsAsynchronously);
        RedisChannel channel = RedisChannel.Literal("channel");
        await redis.GetSubscriber().SubscribeAsync(channel, (_, message) => heard.TrySetResult(message.ToString()));

        await redis.GetDatabase().PublishAsync(channel, "word");

        await Eventually.WithinLimitAsync(token => heard.Task.WaitAsync(token), () => "the word", Cancellation);
        Assert.Equal("word", await heard.Task);
    }

    [Fact]
    public async Task A_connection_that_the_server_cuts_is_made_anew()
    {
        await using ConnectionMultiplexer redis = await ConnectAsync();
        await using ConnectionMultiplexer other = await store.ConnectAsync();
        long id = (long)await redis.GetDatabase().ExecuteAsync("CLIENT", "ID");

        await other.GetDatabase().ExecuteAsync("CLIENT", "KILL", "ID", id);

        await Eventually.TrueAsync(
            async _ =>
            {
                try
                {
                    return (long)await redis.GetDatabase().ExecuteAsync("CLIENT", "ID") > id;
                }
                catch (RedisException)
                {
                    return false;
                }
            },
            () => "another connection",
            Cancellation);
    }

    [Fact]
    public async Task Who_closes_it_is_gone_from_the_server()
    {
        await using ConnectionMultiplexer other = await store.ConnectAsync();
        ConnectionMultiplexer redis = await ConnectAsync(name: "goes-away");
        Assert.Contains("goes-away", await ListAsync(other), StringComparison.Ordinal);

        await redis.DisposeAsync();

        await Eventually.TrueAsync(async _ => !(await ListAsync(other)).Contains("goes-away", StringComparison.Ordinal), () => "its end", Cancellation);
    }

    [Fact]
    public async Task A_socket_in_the_file_system_is_reached_too()
    {
        store.SkipIfMissing();
        ConfigurationOptions options = new ConfigurationOptions { EndPoints = { new UnixDomainSocketEndPoint(store.Socket) } }.UseDirectTransport();

        await using ConnectionMultiplexer redis = await ConnectionMultiplexer.ConnectAsync(options);

        Assert.Equal("word", (string?)await redis.GetDatabase().ExecuteAsync("ECHO", "word"));
    }

    [Fact]
    public async Task Where_nobody_listens_the_client_says_so()
    {
        string address = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{FreePort.Take()},connectRetry=1,connectTimeout=2000");

        RedisConnectionException exception = await Assert.ThrowsAsync<RedisConnectionException>(() => ConnectionMultiplexer.ConnectAsync(ConfigurationOptions.Parse(address).UseDirectTransport()));

        Assert.Equal(ConnectionFailureType.UnableToConnect, exception.FailureType);
    }

    private static async Task<string> ListAsync(ConnectionMultiplexer redis) => (string)(await redis.GetDatabase().ExecuteAsync("CLIENT", "LIST"))!;

    private Task<ConnectionMultiplexer> ConnectAsync(string? name = null)
    {
        store.SkipIfMissing();
        ConfigurationOptions options = ConfigurationOptions.Parse($"{store.ConnectionString},asyncTimeout=60000,syncTimeout=60000");
        options.ClientName = name;
        return ConnectionMultiplexer.ConnectAsync(options.UseDirectTransport());
    }
}
