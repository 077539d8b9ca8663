using StackExchange.Redis;
using ThesisApp.LocalHosting.Engine;
using ThesisApp.LocalHosting.Redis;
using ThesisApp.LocalHosting.Tests.Support;

namespace ThesisApp.LocalHosting.Tests.Redis;

public sealed class EmbeddedRedisTests : IDisposable
{
    private readonly HostFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Data_survives_a_clean_stop()
    {
        using (EmbeddedRedis first = Start())
        {
            await using ConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync(first.ConnectionString);
            await connection.GetDatabase().StringSetAsync("kept", "value");
        }

        using EmbeddedRedis second = Start();
        await using ConnectionMultiplexer again = await ConnectionMultiplexer.ConnectAsync(second.ConnectionString);
        Assert.Equal("value", await again.GetDatabase().StringGetAsync("kept"));
    }

    [Fact]
    public async Task A_script_may_publish_to_its_own_subscriber()
    {
        using EmbeddedRedis server = Start();
        await using ConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync(server.ConnectionString);
        TaskCompletionSource<string> heard = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await connection.GetSubscriber().SubscribeAsync(RedisChannel.Literal("news"), (_, message) => heard.TrySetResult(message.ToString()));

        await connection.GetDatabase().ScriptEvaluateAsync("return redis.call('PUBLISH', 'news', ARGV[1])", [], ["hello"]);

        Assert.Equal("hello", await heard.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_append_only_file_does_not_grow_without_bound()
    {
        using EmbeddedRedis server = Start();
        await using ConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync($"{server.ConnectionString},syncTimeout=60000,asyncTimeout=60000");

        await WriteAsync(connection, megabytes: 800);

        // Well over 800 MB without checkpoints. What is left is at most the limit, and a segment that is being filled.
        const long most = 512L << 20;
        for (int attempt = 0; attempt < 120 && Size() > most; attempt++)
        {
            await Task.Delay(500, TestContext.Current.CancellationToken);
        }

        Assert.InRange(Size(), 1, most);
    }

    [Fact]
    public async Task Data_is_read_back_from_a_checkpoint_and_the_file_after_it()
    {
        using (EmbeddedRedis first = Start())
        {
            await using ConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync($"{first.ConnectionString},allowAdmin=true,syncTimeout=60000,asyncTimeout=60000");
            await connection.GetDatabase().StringSetAsync("early", "1");
            await connection.GetDatabase().StringIncrementAsync("both");
            await connection.GetDatabase().ExecuteAsync("SAVE");
            await connection.GetDatabase().StringSetAsync("late", "1");
            await connection.GetDatabase().StringIncrementAsync("both");
        }

        using EmbeddedRedis second = Start();
        await using ConnectionMultiplexer again = await ConnectionMultiplexer.ConnectAsync(second.ConnectionString);
        Assert.Equal(["1", "2", "1"], (await again.GetDatabase().StringGetAsync(["early", "both", "late"])).Select(value => value.ToString()));
    }

    [Fact]
    public async Task A_value_of_tens_of_megabytes_survives_a_restart()
    {
        byte[] document = new byte[24 << 20];
        new Random(1).NextBytes(document);
        using (EmbeddedRedis first = Start())
        {
            await using ConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync($"{first.ConnectionString},asyncTimeout=60000");
            await connection.GetDatabase().StringSetAsync("document", document);
        }

        using EmbeddedRedis second = Start();
        await using ConnectionMultiplexer again = await ConnectionMultiplexer.ConnectAsync($"{second.ConnectionString},asyncTimeout=60000");
        Assert.Equal(document, (byte[]?)await again.GetDatabase().StringGetAsync("document"));
    }

    [Fact]
    public void A_port_that_is_taken_is_reported()
    {
        using EmbeddedRedis first = Start();
        int port = RedisAddress.Parse(first.ConnectionString).Port;

        HostingException refusal = Assert.Throws<HostingException>(() => EmbeddedRedis.Start(port, null));

        Assert.Equal(HostingException.NotStarted, refusal.ExitCode);
    }

    [Fact]
    public async Task The_password_that_is_given_is_the_one_that_is_asked_for()
    {
        using EmbeddedRedis server = EmbeddedRedis.Start(Ports.Free(), null, "correct-horse");

        await using ConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync($"{RedisAddress.Parse(server.ConnectionString)},password=correct-horse");

        Assert.True(connection.IsConnected);
    }

    [Fact]
    public void A_password_that_no_connection_string_can_hold_is_a_bad_setting()
    {
        HostingException refusal = Assert.Throws<HostingException>(() => EmbeddedRedis.Start(Ports.Free(), null, "a,b"));

        Assert.Equal(HostingException.BadSettings, refusal.ExitCode);
    }

    private EmbeddedRedis Start() => EmbeddedRedis.Start(Ports.Free(), _folder.Data);

    private long Size() => Directory.EnumerateFiles(Path.Combine(_folder.Data, "AOF"), "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length);

    private static async Task WriteAsync(ConnectionMultiplexer connection, int megabytes)
    {
        byte[] value = new byte[1 << 20];
        for (int i = 0; i < megabytes; i++)
        {
            await connection.GetDatabase().StringSetAsync($"k{i % 10}", value);
        }
    }
}
