using System.Collections.Concurrent;
using System.Security.Cryptography;
using StackExchange.Redis;

namespace ThesisApp.Coordination.Agents;

/// <summary>Makes an agent's connection visible to others: the agent listens to a channel of its own, which the store forgets in the moment in which the connection is gone, and the client takes up again
/// when it reconnects. Neither needs any right beyond those that the board has.</summary>
internal sealed class AgentConnections(IConnectionMultiplexer redis)
{
    private const string Prefix = "thesis:agent:";
    private const int SessionLength = 16;

    /// <summary>Matches the channel of every agent.</summary>
    public static readonly RedisChannel Every = RedisChannel.Pattern(Prefix + "*");

    // A successor that bears the same id must not be taken for this one.
    private readonly string _session = RandomNumberGenerator.GetHexString(SessionLength, lowercase: true);
    private readonly ConcurrentDictionary<string, bool> _open = new(StringComparer.Ordinal);

    /// <summary>The agent that a channel stands for; nobody, as an empty name, for one that no agent of ours has opened.</summary>
    public static string AgentOf(string channel) => channel.Length > Prefix.Length + SessionLength ? channel[(Prefix.Length + SessionLength + 1)..] : string.Empty;

    /// <summary>Shows an agent of this process; again and again does no harm.</summary>
    public async Task OpenAsync(string agentId, CancellationToken cancellationToken)
    {
        if (!_open.ContainsKey(agentId))
        {
            await redis.GetSubscriber().SubscribeAsync(Channel(agentId), Ignore).WaitAsync(cancellationToken);
            _open[agentId] = true;
        }
    }

    /// <summary>Shows an agent of this process no longer.</summary>
    public async Task CloseAsync(string agentId, CancellationToken cancellationToken)
    {
        if (_open.TryRemove(agentId, out _))
        {
            await redis.GetSubscriber().UnsubscribeAsync(Channel(agentId), Ignore).WaitAsync(cancellationToken);
        }
    }

    private RedisChannel Channel(string agentId) => RedisChannel.Literal($"{Prefix}{_session}:{agentId}");

    private static void Ignore(RedisChannel channel, RedisValue message)
    {
        // Nobody sends anything: being subscribed is all.
    }
}
