using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using StackExchange.Redis;
using ThesisApp.Contracts.Agents;
using ThesisApp.Contracts.Runs;
using ThesisApp.Coordination.Board;
using ThesisApp.Coordination.Upkeep;
using ThesisApp.TestSupport.Programs;
using ThesisApp.TestSupport.Stores;
using static ThesisApp.Coordination.Tests.CoordinationHost;

namespace ThesisApp.Coordination.Tests.Upkeep;

/// <summary>How dead agents are noticed; the same for every store. A connection that is closed without a word is what is left of a process that was killed.</summary>
public abstract class AgentWatchTests(StoreFixture store) : StoreTest(store)
{
    private const string Id = "agent";

    // Longer than any test: what comes back sooner was taken back.
    private static readonly TimeSpan Ages = TimeSpan.FromMinutes(30);

    [Fact]
    public async Task Lease_of_an_agent_whose_connection_is_gone_is_taken_back_with_a_higher_token()
    {
        await using CoordinationHost host = await StartHostAsync();
        await host.CreateRunAsync(Cancellation, Task("a"));
        ConnectionMultiplexer connection = await AnnounceAsync();
        TaskLease lost = (await host.Board.TryLeaseAsync(Id, Cancellation))!;
        await SeeAsync(host);
        await DieAsync(connection);

        int[] takenBack = [await host.Watch.LookAsync(Cancellation), await host.Watch.LookAsync(Cancellation)];

        Assert.Equal([0, 1], takenBack);
        TaskLease taken = (await host.Board.TryLeaseAsync("successor", Cancellation))!;
        Assert.Equal(("a", 2), (taken.Task.Id, taken.Attempt));
        Assert.True(decimal.Parse(taken.Token, CultureInfo.InvariantCulture) > decimal.Parse(lost.Token, CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Result_of_an_agent_that_was_taken_for_dead_is_refused()
    {
        await using CoordinationHost host = await StartHostAsync();
        string run = await host.CreateRunAsync(Cancellation, Task("a"));
        ConnectionMultiplexer connection = await AnnounceAsync();
        TaskLease lost = (await host.Board.TryLeaseAsync(Id, Cancellation))!;
        await SeeAsync(host);
        await DieAsync(connection);
        await LookTwiceAsync(host);
        TaskLease taken = (await host.Board.TryLeaseAsync("successor", Cancellation))!;

        CompleteResult late = await host.Board.CompleteAsync(lost, new TaskResult(), takeNext: true, Cancellation);

        Assert.Equal(CompleteOutcome.Refused, late.Outcome);
        Assert.Equal(HeartbeatResult.Extended, await host.Board.HeartbeatAsync(taken, 0.5, null, Cancellation));
        Assert.Equal(RunState.Running, (await host.Runs.FindAsync(run, Cancellation))!.State);
    }

    [Fact]
    public async Task The_log_says_why_a_lease_was_taken_back()
    {
        await using CoordinationHost host = await StartHostAsync();
        string run = await host.CreateRunAsync(Cancellation, Task("a"));
        ConnectionMultiplexer connection = await AnnounceAsync();
        await host.Board.TryLeaseAsync(Id, Cancellation);
        await SeeAsync(host);
        await DieAsync(connection);

        await LookTwiceAsync(host);

        RunEvent expired = Assert.Single(await host.Events.ReadAsync(run, 0, 100, Cancellation), happened => happened.Type == RunEventTypes.TaskExpired);
        Assert.Equal((Id, "its agent is no longer connected"), (expired.Agent, expired.Message));
    }

    [Fact]
    public async Task Agent_that_is_back_at_the_next_look_keeps_its_lease()
    {
        await using CoordinationHost host = await StartHostAsync();
        await host.CreateRunAsync(Cancellation, Task("a"));
        await using ConnectionMultiplexer connection = await AnnounceAsync();
        TaskLease lease = (await host.Board.TryLeaseAsync(Id, Cancellation))!;
        await SeeAsync(host);
        RedisChannel channel = RedisChannel.Literal((await ListChannelsAsync(Cancellation))[0]);
        await connection.GetSubscriber().UnsubscribeAllAsync();
        await WaitForChannelsAsync(0);
        await host.Watch.LookAsync(Cancellation);

        await connection.GetSubscriber().SubscribeAsync(channel, (_, _) => { });
        await WaitForChannelsAsync(1);
        int takenBack = await LookTwiceAsync(host);

        Assert.Equal(0, takenBack);
        Assert.Equal(HeartbeatResult.Extended, await host.Board.HeartbeatAsync(lease, 0, null, Cancellation));
    }

    [Fact]
    public async Task Successor_with_the_same_id_keeps_what_it_leased_itself()
    {
        await using CoordinationHost host = await StartHostAsync();
        await host.CreateRunAsync(Cancellation, Task("a") with { Priority = 2 }, Task("b"));
        ConnectionMultiplexer connection = await AnnounceAsync();
        TaskLease old = (await host.Board.TryLeaseAsync(Id, Cancellation))!;
        await SeeAsync(host);
        await using ConnectionMultiplexer successor = await AnnounceAsync();
        TaskLease own = (await host.Board.TryLeaseAsync(Id, Cancellation))!;
        await DieAsync(connection, others: 1);

        int takenBack = await LookTwiceAsync(host);

        Assert.Equal(1, takenBack);
        Assert.Equal(HeartbeatResult.LeaseLost, await host.Board.HeartbeatAsync(old, 0, null, Cancellation));
        Assert.Equal(HeartbeatResult.Extended, await host.Board.HeartbeatAsync(own, 0, null, Cancellation));
    }

    [Fact]
    public async Task Agent_that_has_withdrawn_is_not_taken_for_dead()
    {
        await using CoordinationHost host = await StartHostAsync();
        await host.CreateRunAsync(Cancellation, Task("a"));
        await using ConnectionMultiplexer connection = await Store.ConnectAsync();
        await using CoordinationHost agent = new(Store, connection: connection);
        await agent.Agents.AnnounceAsync(About(), Cancellation);
        TaskLease lease = (await host.Board.TryLeaseAsync(Id, Cancellation))!;
        await SeeAsync(host);
        await agent.Agents.WithdrawAsync(Id, Cancellation);
        await WaitForChannelsAsync(0);

        int takenBack = await LookTwiceAsync(host);

        Assert.Equal(0, takenBack);
        Assert.Equal(HeartbeatResult.Extended, await host.Board.HeartbeatAsync(lease, 0, null, Cancellation));
    }

    [Fact]
    public async Task Agent_that_was_never_seen_keeps_its_lease()
    {
        await using CoordinationHost host = await StartHostAsync();
        await host.CreateRunAsync(Cancellation, Task("a"));
        TaskLease lease = (await host.Board.TryLeaseAsync(Id, Cancellation))!;
        ConnectionMultiplexer other = await AnnounceAsync("other");
        await SeeAsync(host);
        await DieAsync(other);

        int takenBack = await LookTwiceAsync(host);

        Assert.Equal(0, takenBack);
        Assert.Equal(HeartbeatResult.Extended, await host.Board.HeartbeatAsync(lease, 0, null, Cancellation));
    }

    [Fact]
    public async Task A_watch_that_lost_its_own_connection_concludes_nothing_from_absence_for_a_while()
    {
        await using CoordinationHost host = await StartHostAsync();
        FakeTimeProvider time = new();
        await using ConnectionMultiplexer watching = await Store.ConnectAsync();
        await using CoordinationHost watcher = new(Store, connection: watching, time: time);
        await host.CreateRunAsync(Cancellation, Task("a"));
        ConnectionMultiplexer connection = await AnnounceAsync();
        TaskLease lease = (await host.Board.TryLeaseAsync(Id, Cancellation))!;
        await SeeAsync(watcher);

        await LoseConnectionAsync(watching);
        await DieAsync(connection);
        int takenBack = await LookTwiceAsync(watcher) + await watcher.Watch.LookAsync(Cancellation);

        Assert.Equal(0, takenBack);
        Assert.Equal(HeartbeatResult.Extended, await host.Board.HeartbeatAsync(lease, 0, null, Cancellation));

        time.Advance(AgentSightings.Patience);
        Assert.Equal(1, await watcher.Watch.LookAsync(Cancellation));
        Assert.Equal(HeartbeatResult.LeaseLost, await host.Board.HeartbeatAsync(lease, 0, null, Cancellation));
    }

    [Fact]
    public async Task Agent_that_died_before_anybody_looked_is_missed_after_a_while()
    {
        await using CoordinationHost host = await StartHostAsync();
        FakeTimeProvider time = new();
        await using CoordinationHost watcher = new(Store, time: time);
        await host.CreateRunAsync(Cancellation, Task("a"));
        ConnectionMultiplexer connection = await AnnounceAsync();
        TaskLease lease = (await host.Board.TryLeaseAsync(Id, Cancellation))!;
        await DieAsync(connection);

        int atOnce = await LookTwiceAsync(watcher);
        time.Advance(AgentSightings.Patience);
        int later = await watcher.Watch.LookAsync(Cancellation);

        Assert.Equal((0, 1), (atOnce, later));
        Assert.Equal(HeartbeatResult.LeaseLost, await host.Board.HeartbeatAsync(lease, 0, null, Cancellation));
    }

    [Fact]
    public async Task A_run_that_cannot_be_read_keeps_no_lease_of_a_dead_agent_in_another()
    {
        await using CoordinationHost host = await StartHostAsync();
        string forged = await host.CreateRunAsync(Cancellation, Task("a"));
        await host.Board.TryLeaseAsync("somebody", Cancellation);
        await host.CreateRunAsync(Cancellation, Task("a"));
        ConnectionMultiplexer connection = await AnnounceAsync();
        TaskLease lease = (await host.Board.TryLeaseAsync(Id, Cancellation))!;
        await SeeAsync(host);
        await ForgeAsync(forged);
        await DieAsync(connection);

        int[] takenBack = [await host.Watch.LookAsync(Cancellation), await host.Watch.LookAsync(Cancellation), await host.Watch.LookAsync(Cancellation)];

        Assert.Equal([0, 1, 0], takenBack);
        Assert.Equal(HeartbeatResult.LeaseLost, await host.Board.HeartbeatAsync(lease, 0, null, Cancellation));
    }

    // Until the client knows: its events come some time after the command's answer.
    private async Task LoseConnectionAsync(ConnectionMultiplexer watching)
    {
        TaskCompletionSource restored = new(TaskCreationOptions.RunContinuationsAsynchronously);
        watching.ConnectionRestored += (_, _) => restored.TrySetResult();
        IServer server = watching.GetServers()[0];
        long client = (long)await server.ExecuteAsync("CLIENT", "ID");
        await Store.Connection.GetServer(server.EndPoint).ExecuteAsync("CLIENT", "KILL", "ID", client);
        await restored.Task.WaitAsync(Eventually.Limit, Cancellation);
    }

    // The store may notice only now that the agents of the test before have gone.
    private async Task<CoordinationHost> StartHostAsync()
    {
        Store.SkipIfMissing();
        await WaitForChannelsAsync(0);
        return new CoordinationHost(Store, options => options.LeaseDuration = Ages);
    }

    private static AgentInfo About(string id = Id) => new(id, "here", 1, null, null, 0, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);

    // An agent's process, so far as it can be seen: the connection is all that is left of it.
    private async Task<ConnectionMultiplexer> AnnounceAsync(string id = Id)
    {
        ConnectionMultiplexer connection = await Store.ConnectAsync();
        await using CoordinationHost agent = new(Store, connection: connection);
        await agent.Agents.AnnounceAsync(About(id), Cancellation);
        return connection;
    }

    // The first look of all only gets to know the store.
    private static async Task SeeAsync(CoordinationHost host) => await LookTwiceAsync(host);

    private static async Task<int> LookTwiceAsync(CoordinationHost host) =>
        await host.Watch.LookAsync(Cancellation) + await host.Watch.LookAsync(Cancellation);

    private async Task DieAsync(ConnectionMultiplexer connection, int others = 0)
    {
        await connection.DisposeAsync();
        await WaitForChannelsAsync(others);
    }

    private async Task WaitForChannelsAsync(int count) => await Eventually.GetAsync(
        async token => (await ListChannelsAsync(token)).Length == count ? "so many" : null,
        () => $"{count} agents to be connected",
        Cancellation);

    private async Task<string[]> ListChannelsAsync(CancellationToken cancellationToken)
    {
        RedisChannel[][] channels = await System.Threading.Tasks.Task.WhenAll(
            Store.Connection.GetServers().Select(server => server.SubscriptionChannelsAsync(RedisChannel.Pattern("thesis:agent:*")))).WaitAsync(cancellationToken);
        return [.. channels.SelectMany(list => list).Select(channel => channel.ToString())];
    }
}
