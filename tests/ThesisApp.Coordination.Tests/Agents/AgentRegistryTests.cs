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
    }
}
