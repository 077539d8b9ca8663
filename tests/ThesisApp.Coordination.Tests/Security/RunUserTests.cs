using Microsoft.Extensions.Logging.Abstractions;
using StackExchange.Redis;
using ThesisApp.Contracts.Agents;
using ThesisApp.Coordination.Board;
using ThesisApp.Coordination.Cache;
using ThesisApp.Coordination.Chapters;
using ThesisApp.Coordination.RateLimits;
using ThesisApp.Coordination.RunUsers;
using ThesisApp.Coordination.Usage;
using ThesisApp.TestSupport.Stores;
using static ThesisApp.Coordination.Tests.CoordinationHost;

namespace ThesisApp.Coordination.Tests.Security;

/// <summary>Runs kept apart at the store: the user of one run does all of its work, and touches nothing of another.</summary>
public sealed class RunUserTests(RestrictedRedisFixture store) : StoreTest(store), IClassFixture<RestrictedRedisFixture>
{
    private static readonly TimeSpan NoPatience = TimeSpan.Zero;
    private static readonly RunUserNames Names = new(new string('s', RunUserNames.LeastSecret));

    [Fact]
    public async Task The_user_of_a_run_does_all_the_work_of_an_agent()
    {
        await using CoordinationHost all = new(Store);
        string run = await all.CreateRunAsync(Cancellation, Task("a"), Task("b", "a"), Task("c", "b"), Task("d", "c"));
        await using RunAgent agent = await ConnectAsync(run);
        CoordinationHost own = agent.Host;
        TaskInputs inputs = new("draft", "a", "1");
        AgentInfo about = new("me", "here", 1, run, "a", 0, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);

        await own.Agents.AnnounceAsync(about, Cancellation);
        Assert.Equal("me", Assert.Single(await all.Agents.ListAsync(Cancellation)).Id);
        TaskLease lease = (await own.Bound.LeaseAsync("me", new SandboxScope(run), NoPatience, Cancellation))!;
        await own.Cache.StoreAsync("thesis", inputs, new TaskResult { Message = "kept" }, Cancellation);
        Assert.Equal("kept", (await own.Cache.FindAsync(inputs, Cancellation))?.Message);
        await own.Answers.SetAsync("key", "answer"u8.ToArray(), new(), Cancellation);
        Assert.Equal("answer"u8.ToArray(), await own.Answers.GetAsync("key", Cancellation));
        RateLimit limit = new("model", 600, 60_000, TimeSpan.FromSeconds(10));
        await own.RateLimits.SettleAsync(await own.RateLimits.AcquireAsync(limit, 10, Cancellation), 20, Cancellation);
        await own.Usage.AddAsync(run, new UsageEntry("a", "draft", "model", 1, 2, 3, 0), Cancellation);
        Assert.Equal(5, (await own.Usage.ReadSpentAsync(run, Cancellation)).Tokens);
        Assert.Equal(HeartbeatResult.Extended, await own.Board.HeartbeatAsync(lease, 0.5, "at it", Cancellation));
        TaskResult result = new() { Artifacts = new Dictionary<string, ReadOnlyMemory<byte>> { ["text"] = "text"u8.ToArray() } };
        CompleteResult completed = await own.Board.CompleteOrWaitAsync(lease, result, Cancellation);
        Assert.Equal("text"u8.ToArray(), (await own.Blackboard.ReadAsync(run, "text", Cancellation))?.ToArray());
        Assert.Equal((CompleteOutcome.Accepted, "b"), (completed.Outcome, completed.Next?.Task.Id));
        Assert.True(await own.Board.ReleaseAsync(completed.Next!, Cancellation));
        TaskLease again = (await own.Bound.LeaseAsync("me", new SandboxScope(run), NoPatience, Cancellation))!;
        Assert.True(await own.Bound.PublishAsync(again, "chapter", "# text"u8.ToArray(), Cancellation));
        TaskLease third = (await own.Board.CompleteAsync(again, new TaskResult(), takeNext: true, Cancellation)).Next!;
        Assert.Equal(FailResult.Retried, await own.Board.FailAsync(third, new TaskFailure(IsPermanent: false, "once more"), Cancellation));
        TaskLease retried = (await own.Bound.LeaseAsync("me", new SandboxScope(run), TimeSpan.FromSeconds(30), Cancellation))!;
        TaskLease last = (await own.Board.CompleteAsync(retried, new TaskResult(), takeNext: true, Cancellation)).Next!;
        Assert.Equal("d", last.Task.Id);
        await own.Runs.PauseAsync(run, "the budget is used up", Cancellation);
        Assert.Equal(HeartbeatResult.RunPaused, await own.Board.HeartbeatAsync(last, 0.5, null, Cancellation));
        await all.Runs.ResumeAsync(run, Cancellation);
        await own.Board.CompleteAsync(last, new TaskResult(), takeNext: true, Cancellation);
        await own.Agents.WithdrawAsync("me", Cancellation);

        Assert.Equal(Contracts.Runs.RunState.Succeeded, (await all.Runs.FindAsync(run, Cancellation))!.State);
        Assert.Empty(await all.Agents.ListAsync(Cancellation));
        Assert.Null(await own.Bound.LeaseAsync("me", new SandboxScope(run), TimeSpan.FromMinutes(5), Cancellation));
    }

    [Fact]
    public async Task It_is_woken_by_what_becomes_ready_in_its_run()
    {
        await using CoordinationHost all = new(Store);
        string run = await all.CreateRunAsync(Cancellation, Task("a"), Task("b", "a"));
        TaskLease first = (await all.Board.TryLeaseAsync("other", Cancellation))!;
        await using RunAgent agent = await ConnectAsync(run, options => options.PollInterval = TimeSpan.FromMinutes(5));
        Task<TaskLease?> waiting = agent.Host.Bound.LeaseAsync("me", new SandboxScope(run), TimeSpan.FromMinutes(5), Cancellation);

        await all.Board.CompleteAsync(first, new TaskResult(), takeNext: false, Cancellation);

        Assert.Equal("b", (await waiting.WaitAsync(TimeSpan.FromSeconds(30), Cancellation))?.Task.Id);
    }

    [Fact]
    public async Task A_task_of_another_run_is_not_completed_even_under_its_true_token()
    {
        await using CoordinationHost all = new(Store);
        string own = await all.CreateRunAsync(Cancellation, Task("a"));
        string other = await all.CreateRunAsync(Cancellation, Task("a"), Task("b"));
        await using RunAgent agent = await ConnectAsync(own);
        CoordinationHost hostile = agent.Host;
        TaskLease lease = (await all.Bound.LeaseAsync("honest", new SandboxScope(other), NoPatience, Cancellation))!;

        await MustBeRefusedAsync(() => hostile.Board.CompleteAsync(lease, new TaskResult(), takeNext: false, Cancellation));
        await MustBeRefusedAsync(() => hostile.Board.FailAsync(lease, new TaskFailure(IsPermanent: true, "forged"), Cancellation));
        await MustBeRefusedAsync(() => hostile.Board.ReleaseAsync(lease, Cancellation));
        await MustBeRefusedAsync(() => hostile.Board.HeartbeatAsync(lease, 0.5, "forged", Cancellation));
        await MustBeRefusedAsync(() => hostile.Bound.LeaseAsync("hostile", new SandboxScope(other), NoPatience, Cancellation));
        await MustBeRefusedAsync(() => hostile.Bound.PublishAsync(lease, "a", "forged"u8.ToArray(), Cancellation));
        await MustBeRefusedAsync(() => hostile.Runs.CancelAsync(other, "forged", Cancellation));
        await MustBeRefusedAsync(() => hostile.Runs.DeleteAsync(other, Cancellation));
        await MustBeRefusedAsync(() => hostile.Blackboard.ReadAsync(other, "text", Cancellation));
        await MustBeRefusedAsync(() => hostile.Usage.ReadAsync(other, Cancellation));

        Assert.Equal(CompleteOutcome.Accepted, (await all.Board.CompleteAsync(lease, new TaskResult(), takeNext: false, Cancellation)).Outcome);
    }

    [Theory]
    [InlineData("HGETALL {run:OTHER}:meta")]
    [InlineData("HGET {run:OTHER}:state a")]
    [InlineData("HSET {run:OTHER}:state a x")]
    [InlineData("LRANGE {run:OTHER}:events 0 -1")]
    [InlineData("GET {run:OTHER}:a:content")]
    [InlineData("DEL {run:OTHER}:meta")]
    [InlineData("EVAL return(redis.call('HGET',KEYS[1],'a')) 1 {run:OTHER}:state")]
    [InlineData("PUBLISH {run:OTHER}:events 0")]
    [InlineData("SUBSCRIBE {run:OTHER}:events")]
    [InlineData("SUBSCRIBE thesis:wake")]
    [InlineData("SUBSCRIBE thesis:ended")]
    [InlineData("PSUBSCRIBE *")]
    [InlineData("SSUBSCRIBE {run:OTHER}:events")]
    [InlineData("SMEMBERS thesis:active")]
    [InlineData("ZRANGE thesis:runs 0 -1")]
    [InlineData("ZPOPMAX thesis:waiting")]
    [InlineData("HGETALL {thesis:agents}:about")]
    [InlineData("ZRANGE {thesis:agents}:seen 0 -1")]
    [InlineData("EVAL return(redis.call('HGETALL',KEYS[1])) 1 {thesis:agents}:about")]
    [InlineData("DEL {thesis:agents}:seen")]
    [InlineData("SET {thesis:agents}:seen x")]
    [InlineData("HSET {thesis:agents}:seen a x")]
    [InlineData("EXPIRE {thesis:agents}:about 1")]
    [InlineData("SET thesis:rate:endpoint x")]
    [InlineData("DEL thesis:rate:endpoint")]
    [InlineData("RPUSH thesis:rate:endpoint x")]
    [InlineData("GET thesis:cache:result:x")]
    [InlineData("SET thesis:cache:result:x forged")]
    [InlineData("PUBSUB CHANNELS *")]
    [InlineData("KEYS *")]
    [InlineData("SCAN 0")]
    [InlineData("FLUSHALL")]
    [InlineData("ACL WHOAMI")]
    [InlineData("ACL USERS")]
    [InlineData("ACL SETUSER mine allkeys")]
    [InlineData("CLIENT LIST")]
    [InlineData("CONFIG GET *")]
    public async Task It_is_refused(string command)
    {
        await using CoordinationHost all = new(Store);
        string other = await all.CreateRunAsync(Cancellation, Task("a"));
        await using RunAgent agent = await ConnectAsync(await all.CreateRunAsync(Cancellation, Task("a")));
        string[] words = command.Replace("OTHER", other, StringComparison.Ordinal).Split(' ');

        await MustBeRefusedAsync(() => agent.Connection.GetServers()[0].ExecuteAsync(words[0], [.. words[1..]]));
    }

    [Fact]
    public async Task What_its_script_does_is_held_to_the_same()
    {
        await using CoordinationHost all = new(Store);
        string other = await all.CreateRunAsync(Cancellation, Task("a"));
        await using RunAgent agent = await ConnectAsync(await all.CreateRunAsync(Cancellation, Task("a")));

        await MustBeRefusedAsync(() => agent.Connection.GetDatabase().ExecuteAsync("EVAL", $"return redis.call('HGETALL', '{{run:{other}}}:meta')", "0"));
        await MustBeRefusedAsync(() => agent.Connection.GetDatabase().ExecuteAsync("EVAL", "return redis.call('SMEMBERS', 'thesis:active')", "0"));
    }

    [Fact]
    public async Task A_user_that_the_server_has_forgotten_is_made_again_and_one_that_is_removed_is_put_out()
    {
        await using CoordinationHost all = new(Store);
        string run = await all.CreateRunAsync(Cancellation, Task("a"));
        await using RunAgent agent = await ConnectAsync(run);
        RedisRunUsers users = agent.Users;

        await users.MakeAsync([run], anew: false, Cancellation);
        Assert.Contains(run, await users.ListAsync(Cancellation));
        Assert.False((await agent.Host.Blackboard.ReadAsync(run, "none", Cancellation)).HasValue);
        await Store.Connection.GetServers()[0].ExecuteAsync("ACL", "DELUSER", users.Of(run).Name);
        await users.MakeAsync([run], anew: false, Cancellation);
        await using (RunAgent again = await ConnectAsync(run))
        {
            Assert.False((await again.Host.Blackboard.ReadAsync(run, "none", Cancellation)).HasValue);
        }

        await users.RemoveAsync(run, Cancellation);
        Assert.DoesNotContain(run, await users.ListAsync(Cancellation));
        await Assert.ThrowsAnyAsync<RedisException>(() => ConnectAsync(run, isToBeMade: false));
    }

    [Fact]
    public async Task A_user_that_another_version_has_made_is_given_the_rights_and_the_password_of_now_and_who_is_connected_stays_so()
    {
        await using CoordinationHost all = new(Store);
        string run = await all.CreateRunAsync(Cancellation, Task("a"));
        IServer server = Store.Connection.GetServers()[0];
        string name = Names.Of(run).Name;
        await server.ExecuteAsync("ACL", "SETUSER", name, "on", ">old", "~*", "&*", "+@all");
        await using ConnectionMultiplexer connected = await ConnectionMultiplexer.ConnectAsync($"{((RestrictedRedisFixture)Store).Nobody},user={name},password=old");
        await connected.GetSubscriber().SubscribeAsync(RedisChannel.Literal($"{{run:{run}}}:events"));
        string[] before = await ListConnectionsAsync(server, name);
        await using ConnectionMultiplexer steward = await ConnectionMultiplexer.ConnectAsync(((RestrictedRedisFixture)Store).Steward);
        RedisRunUsers users = Users(steward);

        await users.MakeAsync([run], anew: false, Cancellation);
        Assert.True(await connected.GetDatabase().StringSetAsync("somebody:else", "x"));
        await users.MakeAsync([run], anew: true, Cancellation);

        await MustBeRefusedAsync(() => connected.GetDatabase().StringSetAsync("somebody:else", "x"));
        await connected.GetDatabase().HashGetAsync($"{{run:{run}}}:meta", "state");
        Assert.Equal(before, await ListConnectionsAsync(server, name));
        await using RunAgent agent = await ConnectAsync(run, isToBeMade: false);
        Assert.False((await agent.Host.Blackboard.ReadAsync(run, "none", Cancellation)).HasValue);
        await Assert.ThrowsAnyAsync<RedisException>(() => ConnectionMultiplexer.ConnectAsync($"{((RestrictedRedisFixture)Store).Nobody},user={name},password=old"));
    }

    [Fact]
    public async Task Who_may_make_users_may_do_nothing_else()
    {
        Store.SkipIfMissing();
        await using ConnectionMultiplexer steward = await ConnectionMultiplexer.ConnectAsync(((RestrictedRedisFixture)Store).Steward + ",allowAdmin=true");

        foreach (string command in new[] { "GET thesis:cache:result:x", "SMEMBERS thesis:active", "CONFIG GET *", "CLIENT LIST", "ACL LIST", "ACL GETUSER agent", "ACL SAVE", "EVAL return(1) 0", "PUBLISH thesis:wake 0:x" })
        {
            await MustBeRefusedAsync(() => steward.GetServers()[0].ExecuteAsync(command.Split(' ')[0], [.. command.Split(' ')[1..]]));
        }
    }

    [Fact]
    public async Task Whose_connection_may_make_no_users_is_told_so_and_what_to_do()
    {
        Store.SkipIfMissing();
        await using ConnectionMultiplexer agent = await ConnectionMultiplexer.ConnectAsync(((RestrictedRedisFixture)Store).Agent);
        await using ConnectionMultiplexer steward = await ConnectionMultiplexer.ConnectAsync(((RestrictedRedisFixture)Store).Steward);

        RunUsersException refusal = await Assert.ThrowsAsync<RunUsersException>(() => Users(agent).CheckAsync(Cancellation));
        await Users(steward).CheckAsync(Cancellation);

        Assert.Contains("deploy/redis/make-users.sh", refusal.Message, StringComparison.Ordinal);
    }

    private static async Task<string[]> ListConnectionsAsync(IServer server, string user) =>
        [.. ((string)(await server.ExecuteAsync("CLIENT", "LIST"))!).Split('\n').Where(line => line.Contains($" user={user} ", StringComparison.Ordinal)).Select(line => line.Split(' ')[0]).Order(StringComparer.Ordinal)];

    private static RedisRunUsers Users(IConnectionMultiplexer connection) => new(connection, Names, NullLogger<RedisRunUsers>.Instance);

    private static async Task MustBeRefusedAsync(Func<Task> step)
    {
        RedisServerException refusal = await Assert.ThrowsAsync<RedisServerException>(step);

        // Before a command, and in a script in the words of version 7.0 and of those after it.
        Assert.Matches("^NOPERM|The user executing the script can't|ACL failure in script", refusal.Message);
    }

    private async Task<RunAgent> ConnectAsync(string run, Action<CoordinationOptions>? configure = null, bool isToBeMade = true)
    {
        Store.SkipIfMissing();
        RestrictedRedisFixture restricted = (RestrictedRedisFixture)Store;
        ConnectionMultiplexer steward = await ConnectionMultiplexer.ConnectAsync(restricted.Steward);
        try
        {
            RedisRunUsers users = Users(steward);
            if (isToBeMade)
            {
                await users.MakeAsync([run], anew: false, Cancellation);
            }

            ConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync($"{restricted.Nobody},user={users.Of(run).Name},password={users.Of(run).Password},allowAdmin=true");
            CoordinationHost host = new(
                Store,
                options =>
                {
                    options.OnlyRun = run;
                    configure?.Invoke(options);
                },
                connection);
            return new RunAgent(steward, users, connection, host);
        }
        catch
        {
            await steward.DisposeAsync();
            throw;
        }
    }

    private sealed record RunAgent(ConnectionMultiplexer Steward, RedisRunUsers Users, ConnectionMultiplexer Connection, CoordinationHost Host) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Host.DisposeAsync();
            await Connection.DisposeAsync();
            await Steward.DisposeAsync();
        }
    }
}
