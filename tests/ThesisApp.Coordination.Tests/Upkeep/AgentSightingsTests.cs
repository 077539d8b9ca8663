using Microsoft.Extensions.Time.Testing;
using ThesisApp.Coordination.Upkeep;

namespace ThesisApp.Coordination.Tests.Upkeep;

/// <summary>What follows from what is seen, without a store.</summary>
public sealed class AgentSightingsTests
{
    private const long Now = 1_000_000;

    private static readonly TimeSpan Retention = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _time = new();
    private readonly AgentSightings _sightings;
    private readonly Dictionary<string, long> _announced = new(StringComparer.Ordinal);
    private readonly HashSet<string> _channels = new(StringComparer.Ordinal);

    public AgentSightingsTests() => _sightings = new AgentSightings(Retention, _time);

    [Fact]
    public void Agent_that_two_looks_in_a_row_miss_is_dead()
    {
        Connect("a");
        Look(0);
        Disconnect("a");

        Assert.Empty(Look(250));
        Assert.Equal(["a"], Look(500));
    }

    [Fact]
    public void Dead_agent_comes_again_until_its_leases_were_taken_back()
    {
        Connect("a");
        Look(0);
        Disconnect("a");
        Look(250);

        Assert.Equal(["a"], Look(500));
        Assert.Equal(["a"], Look(750, settle: true));
        Assert.Empty(Look(1_000));
        _time.Advance(AgentSightings.Patience);
        Assert.Empty(Look(60_000));
    }

    [Fact]
    public void Agent_that_announces_itself_without_its_channel_lives()
    {
        Connect("a");
        Look(0);
        Disconnect("a");
        Look(250);
        _announced["a"] = Now + 300;

        Assert.Empty(Look(500));
        Assert.Equal(["a"], Look(750));
    }

    [Fact]
    public void Agent_that_has_withdrawn_is_not_dead()
    {
        Connect("a");
        Look(0);
        Disconnect("a");
        _announced.Clear();

        Assert.Empty(Look(250));
        Assert.Empty(Look(500));
        Assert.Empty(Look(60_000));
    }

    [Fact]
    public void Agent_that_fell_off_the_list_by_its_age_while_the_watch_had_trouble_is_dead()
    {
        Connect("a");
        Look(0);
        Disconnect("a");
        _sightings.Trouble();
        _announced.Clear();
        _time.Advance(Retention);
        long later = (long)Retention.TotalMilliseconds;

        Assert.Empty(Look(later));
        Assert.Equal(["a"], Look(later + 250));
    }

    [Fact]
    public void Trouble_of_the_watch_gives_everybody_time_to_come_back()
    {
        Connect("a");
        Connect("b");
        Look(0);
        Disconnect("a");
        Disconnect("b");
        Look(250);
        _sightings.Trouble();

        Assert.Empty(Look(500));
        Assert.Empty(Look(750));
        Connect("b");
        _time.Advance(AgentSightings.Patience);
        Assert.Equal(["a"], Look(10_500));
    }

    [Fact]
    public void Agent_on_the_list_that_was_never_connected_is_dead_once_nothing_was_heard_of_it_for_a_while()
    {
        _announced["a"] = Now;
        Look(0);
        _time.Advance(AgentSightings.Patience / 2);
        _announced["a"] = Now + 5_000;

        Assert.Empty(Look(5_000));
        _time.Advance(AgentSightings.Patience / 2);
        Assert.Empty(Look(10_000));
        _time.Advance(AgentSightings.Patience / 2);
        Assert.Equal(["a"], Look(15_000, settle: true));
        Assert.Empty(Look(15_250));
    }

    [Fact]
    public void Leases_of_a_successor_with_the_same_id_are_its_own()
    {
        Connect("a");
        Look(0);
        Disconnect("a");
        _channels.Add(Channel("a", "fedcba9876543210"));
        Look(250);

        DeadAgent dead = Assert.Single(_sightings.Look(Now + 500, _announced, _channels).Dead);

        Assert.Equal(("a", Now), (dead.AgentId, dead.BegunUpTo));
    }

    private static string Channel(string agentId, string session = "0123456789abcdef") => $"thesis:agent:{session}:{agentId}";

    private void Connect(string agentId)
    {
        _announced[agentId] = Now - 1;
        _channels.Add(Channel(agentId));
    }

    private void Disconnect(string agentId) => _channels.Remove(Channel(agentId));

    private string[] Look(long after, bool settle = false)
    {
        (_, IReadOnlyList<DeadAgent> dead) = _sightings.Look(Now + after, _announced, _channels);
        foreach (DeadAgent agent in settle ? dead : [])
        {
            _sightings.Settle(agent, _announced);
        }

        return [.. dead.Select(agent => agent.AgentId)];
    }
}
