using StackExchange.Redis;
using ThesisApp.Contracts.Agents;
using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Agents;

/// <summary>The list of agents; the same for every store.</summary>
public abstract class AgentRegistryTests(StoreFixture store) : StoreTest(store)
{
    private static readonly AgentInfo Agent = new("agent-1", "host", 42, "run", "draft:a/b", 7, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);

    [Fact]
    public async Task An_announced_agent_is_listed_with_what_it_does_and_the_stores_time()
    {
        await using CoordinationHost host = new(Store);

        await host.Agents.AnnounceAsync(Agent, Cancellation);

        AgentInfo listed = Assert.Single(await host.Agents.ListAsync(Cancellation));
        Assert.True(listed.LastSeenAt > DateTimeOffset.UnixEpoch);
        Assert.Equal(Agent, listed with { LastSeenAt = DateTimeOffset.UnixEpoch });
    }

    [Fact]
    public async Task A_withdrawn_agent_is_gone()
    {
        await using CoordinationHost host = new(Store);
        await host.Agents.AnnounceAsync(Agent, Cancellation);

        await host.Agents.WithdrawAsync(Agent.Id, Cancellation);

        Assert.Empty(await host.Agents.ListAsync(Cancellation));
    }

    [Fact]
    public async Task An_agent_that_is_no_longer_heard_of_is_forgotten()
    {
        await using CoordinationHost host = new(Store, options => options.AgentRetention = TimeSpan.FromSeconds(1));
        await host.Agents.AnnounceAsync(Agent, Cancellation);

        await Task.Delay(1_200, Cancellation);

        Assert.Empty(await host.Agents.ListAsync(Cancellation));
        Assert.Equal(0, await Store.Connection.GetDatabase().HashLengthAsync("{thesis:agents}:about"));
    }

    [Fact]
    public async Task An_agent_of_one_run_alone_puts_itself_on_the_list_and_leaves_it_as_others_do()
    {
        await using CoordinationHost bound = new(Store, options => options.OnlyRun = "run");
        await using CoordinationHost all = new(Store);

        await bound.Agents.AnnounceAsync(Agent, Cancellation);
        AgentInfo listed = Assert.Single(await all.Agents.ListAsync(Cancellation));
        await bound.Agents.WithdrawAsync(Agent.Id, Cancellation);

        Assert.True(listed.LastSeenAt > DateTimeOffset.UnixEpoch);
        Assert.Equal(Agent, listed with { LastSeenAt = DateTimeOffset.UnixEpoch });
        Assert.Empty(await all.Agents.ListAsync(Cancellation));
    }

    [Fact]
    public async Task What_an_agent_writes_there_neither_hides_others_nor_speaks_for_them()
    {
        await using CoordinationHost host = new(Store);
        await host.Agents.AnnounceAsync(Agent, Cancellation);
        await host.Agents.AnnounceAsync(Agent with { Id = "unreadable" }, Cancellation);
        await host.Agents.AnnounceAsync(Agent with { Id = "forged" }, Cancellation);
        IDatabase database = Store.Connection.GetDatabase();
        await database.HashSetAsync("{thesis:agents}:about", "unreadable", "no JSON");
        await database.HashSetAsync("{thesis:agents}:about", "forged", await database.HashGetAsync("{thesis:agents}:about", Agent.Id));
        await database.HashSetAsync("{thesis:agents}:about", "endless", "{}");
        await database.SortedSetAddAsync("{thesis:agents}:seen", "endless", double.PositiveInfinity);

        Assert.Equal([Agent.Id, "forged"], (await host.Agents.ListAsync(Cancellation)).Select(agent => agent.Id));
    }
}
