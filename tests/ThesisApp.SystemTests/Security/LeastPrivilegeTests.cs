using StackExchange.Redis;
using ThesisApp.Contracts.Runs;
using ThesisApp.SystemTests.Support;
using ThesisApp.TestSupport.Programs;
using ThesisApp.TestSupport.Stores;

namespace ThesisApp.SystemTests.Security;

/// <summary>The users of a deployment's Redis: what they need they may, and nothing else.</summary>
public sealed class LeastPrivilegeTests(UndisturbedThesis undisturbed, RestrictedRedisFixture store) : IClassFixture<RestrictedRedisFixture>
{
    [Fact(Timeout = Limits.Test)]
    public async Task A_thesis_is_written_with_no_more_rights_than_the_users_have()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        store.SkipIfMissing();
        await using LooseSystem system = new(new SystemSettings { Redis = store.Orchestrator, Cache = true });
        system.StartAgent("one", TimeSpan.Zero, store.Agent);
        system.StartAgent("two", TimeSpan.Zero, store.Agent);

        string run = await system.Runs.SubmitSampleAsync(cancellation);
        RunInfo ended = await system.Runs.WaitForEndAsync(run, cancellation);

        Assert.Equal(RunState.Succeeded, ended.State);
        undisturbed.MustEqual(await system.Runs.DownloadThesisAsync(run, cancellation));
    }

    [Theory]
    [InlineData("KEYS *")]
    [InlineData("SCAN 0")]
    [InlineData("RANDOMKEY")]
    [InlineData("FLUSHALL")]
    [InlineData("FLUSHDB")]
    [InlineData("CONFIG GET *")]
    [InlineData("CONFIG SET dir /tmp")]
    [InlineData("SCRIPT FLUSH")]
    [InlineData("FUNCTION LIST")]
    [InlineData("SHUTDOWN NOSAVE")]
    [InlineData("ACL LIST")]
    [InlineData("CLIENT LIST")]
    [InlineData("CLIENT KILL TYPE normal")]
    [InlineData("MODULE LIST")]
    [InlineData("REPLICAOF localhost 1")]
    [InlineData("MIGRATE localhost 1 thesis:active 0 1")]
    [InlineData("SAVE")]
    [InlineData("SET thesis:runs x")]
    [InlineData("ZADD thesis:runs 1 x")]
    [InlineData("HGETALL {thesis:pool:p}:members")]
    [InlineData("HDEL {thesis:pool:p}:leader token")]
    [InlineData("GET somebody:else")]
    [InlineData("SET somebody:else x")]
    [InlineData("PUBLISH somewhere x")]
    [InlineData("PUBSUB CHANNELS *")]
    public async Task An_agent_is_refused(string command)
    {
        store.SkipIfMissing();
        await using ConnectionMultiplexer agent = await ConnectAsync(store.Agent);
        string[] words = command.Split(' ');

        RedisServerException refusal = await Assert.ThrowsAsync<RedisServerException>(() => agent.GetDatabase().ExecuteAsync(words[0], [.. words[1..]]));

        Assert.StartsWith("NOPERM", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("return redis.call('KEYS', '*')")]
    [InlineData("return redis.call('FLUSHALL')")]
    [InlineData("return redis.call('GET', 'somebody:else')")]
    [InlineData("return redis.call('HSET', '{thesis:pool:p}:leader', 'token', '9')")]
    public async Task An_agents_script_is_refused_what_the_agent_is(string script)
    {
        store.SkipIfMissing();
        await using ConnectionMultiplexer agent = await ConnectAsync(store.Agent);

        RedisServerException refusal = await Assert.ThrowsAsync<RedisServerException>(() => agent.GetDatabase().ExecuteAsync("EVAL", script, "0"));

        // The words of version 7.0 and of those after it.
        Assert.Matches("The user executing the script can't|ACL failure in script", refusal.Message);
    }

    [Theory]
    [InlineData("KEYS *")]
    [InlineData("FLUSHALL")]
    [InlineData("CONFIG GET *")]
    [InlineData("SCRIPT FLUSH")]
    [InlineData("SHUTDOWN NOSAVE")]
    [InlineData("ACL LIST")]
    [InlineData("GET somebody:else")]
    public async Task An_orchestrator_is_refused(string command)
    {
        store.SkipIfMissing();
        await using ConnectionMultiplexer orchestrator = await ConnectAsync(store.Orchestrator);
        string[] words = command.Split(' ');

        RedisServerException refusal = await Assert.ThrowsAsync<RedisServerException>(() => orchestrator.GetDatabase().ExecuteAsync(words[0], [.. words[1..]]));

        Assert.StartsWith("NOPERM", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_gets_in_without_a_name()
    {
        store.SkipIfMissing();

        await Assert.ThrowsAnyAsync<RedisException>(async () =>
        {
            await using ConnectionMultiplexer nobody = await ConnectAsync(store.Nobody);
            await nobody.GetDatabase().StringGetAsync("thesis:active");
        });
    }

    [Fact]
    public async Task What_a_script_has_written_to_several_keys_is_there_after_a_restart()
    {
        store.SkipIfMissing();
        await using ConnectionMultiplexer orchestrator = await ConnectAsync(store.Orchestrator);
        await orchestrator.GetDatabase().ExecuteAsync("EVAL", "redis.call('SET', KEYS[1], 'a') return redis.call('SET', KEYS[2], 'b')", "2", "{run:kept}:one", "{run:kept}:two");

        await store.RestartAsync();

        await using ConnectionMultiplexer again = await ConnectAsync(store.Orchestrator);
        Assert.Equal(("a", "b"), ((string?)await again.GetDatabase().StringGetAsync("{run:kept}:one"), (string?)await again.GetDatabase().StringGetAsync("{run:kept}:two")));
    }

    [Fact]
    public async Task The_server_is_told_no_password()
    {
        store.SkipIfMissing();

        string users = await store.ReadUsersAsync(TestContext.Current.CancellationToken);

        Assert.All(store.Passwords, password => Assert.DoesNotContain(password, users, StringComparison.Ordinal));
    }

    private static Task<ConnectionMultiplexer> ConnectAsync(string connectionString)
    {
        // The tests' commands go out as they are written.
        ConfigurationOptions options = ConfigurationOptions.Parse(connectionString);
        options.AllowAdmin = true;
        return ConnectionMultiplexer.ConnectAsync(options);
    }
}
