using System.Globalization;
using System.Net;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;
using ThesisApp.Coordination.Agents;
using ThesisApp.Coordination.Store;

namespace ThesisApp.Coordination.Upkeep;

/// <summary>Watches the agents' channels on Redis, Valkey or Garnet. A takeover is never wrong, only needless at worst: the fencing token turns the late result of an agent away that lives after all.</summary>
internal sealed partial class RedisAgentWatch : IAgentWatch, IDisposable
{
    private const int RunsAtATime = 64;

    // The largest integer that Lua's numbers hold exactly.
    private const long EndOfTime = 9_007_199_254_740_991;

    private readonly IConnectionMultiplexer _redis;
    private readonly ScriptRunner _scripts;
    private readonly ActiveRuns _activeRuns;
    private readonly ILogger<RedisAgentWatch> _logger;
    private readonly Dictionary<string, Sight> _sights = new(StringComparer.Ordinal);
    private HashSet<EndPoint> _asked = [];
    private int _disturbances;
    private int _disturbancesSeen;

    public RedisAgentWatch(IConnectionMultiplexer redis, ScriptRunner scripts, ActiveRuns activeRuns, ILogger<RedisAgentWatch> logger)
    {
        (_redis, _scripts, _activeRuns, _logger) = (redis, scripts, activeRuns, logger);
        _redis.ConnectionFailed += OnDisturbed;
        _redis.ConnectionRestored += OnDisturbed;
    }

    public async Task<int> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            (long now, HashSet<string>? channels) = await AskAsync(cancellationToken);
            if (channels is null)
            {
                _sights.Clear();
                return 0;
            }

            List<string> gone = Compare(channels, now);
            return gone.Count == 0 ? 0 : await TakeBackAsync(gone, channels, cancellationToken);
        }
        catch
        {
            _sights.Clear();
            throw;
        }
    }

    public void Dispose()
    {
        _redis.ConnectionFailed -= OnDisturbed;
        _redis.ConnectionRestored -= OnDisturbed;
    }

    // A store that was away has lost everybody's connection, and each comes back in its own time.
    private void OnDisturbed(object? sender, ConnectionFailedEventArgs e) => Interlocked.Increment(ref _disturbances);

    // The store's time (ms) before the channels were listed, and the channels: null if what is missing says nothing this time.
    private async Task<(long Now, HashSet<string>? Channels)> AskAsync(CancellationToken cancellationToken)
    {
        // In a cluster each node knows its own subscribers only.
        IServer[] servers = [.. _redis.GetServers().Where(server => server.IsConnected)];
        if (servers.Length == 0)
        {
            _asked = [];
            return (0, null);
        }

        DateTime now = await servers[0].TimeAsync().WaitAsync(cancellationToken);
        RedisChannel[][] answers = await Task.WhenAll(servers.Select(server => server.SubscriptionChannelsAsync(AgentConnections.Every))).WaitAsync(cancellationToken);

        int disturbances = Volatile.Read(ref _disturbances);
        HashSet<EndPoint> asked = [.. servers.Select(server => server.EndPoint)];
        bool comparable = disturbances == _disturbancesSeen && asked.SetEquals(_asked);
        (_disturbancesSeen, _asked) = (disturbances, asked);
        return (new DateTimeOffset(now).ToUnixTimeMilliseconds(), comparable ? [.. answers.SelectMany(channels => channels).Select(channel => channel.ToString())] : null);
    }

    private List<string> Compare(HashSet<string> channels, long now)
    {
        foreach (string channel in channels)
        {
            if (!_sights.ContainsKey(channel))
            {
                LogSeen(_logger, AgentConnections.AgentOf(channel));
            }

            _sights[channel] = new Sight(now, Misses: 0);
        }

        List<string> gone = [];
        foreach ((string channel, Sight sight) in _sights.Where(sight => !channels.Contains(sight.Key)).ToArray())
        {
            _sights[channel] = sight with { Misses = sight.Misses + 1 };
            if (sight.Misses > 0)
            {
                gone.Add(channel);
            }
        }

        return gone;
    }

    private async Task<int> TakeBackAsync(List<string> gone, HashSet<string> channels, CancellationToken cancellationToken)
    {
        HashSet<string> present = [.. channels.Select(AgentConnections.AgentOf)];
        List<RedisValue> arguments = [];
        foreach (string channel in gone)
        {
            string agentId = AgentConnections.AgentOf(channel);

            // Who has withdrawn has given its task back before.
            if ((await _scripts.Database.SortedSetScoreAsync(GlobalKeys.AgentsSeen, agentId).WaitAsync(cancellationToken)).HasValue)
            {
                LogGone(_logger, agentId);

                // A successor may bear the same id: what began after the dead one was last there is the successor's.
                long begunUpTo = present.Contains(agentId) ? _sights[channel].SeenAt : EndOfTime;
                arguments.Add(agentId);
                arguments.Add(begunUpTo.ToString(CultureInfo.InvariantCulture));
            }
        }

        int count = 0;
        if (arguments.Count > 0)
        {
            // Some at a time, as the sweeps do.
            foreach (string[] some in (await _activeRuns.ListAsync(cancellationToken)).Chunk(RunsAtATime))
            {
                RedisResult[] counts = await Task.WhenAll(some.Select(runId => _scripts.RunAsync(BoardScript.Reclaim, runId, [.. arguments], cancellationToken)));
                count += counts.Sum(result => (int)result);
            }
        }

        gone.ForEach(channel => _sights.Remove(channel));
        return count;
    }

    [LoggerMessage(5, LogLevel.Debug, "Agent {AgentId} is connected.")]
    private static partial void LogSeen(ILogger logger, string agentId);

    [LoggerMessage(6, LogLevel.Warning, "Agent {AgentId} is no longer connected and has not withdrawn: it is taken for dead.")]
    private static partial void LogGone(ILogger logger, string agentId);

    /// <summary>When (the store's clock, ms) an agent's channel was last there, and how many looks have missed it since.</summary>
    private readonly record struct Sight(long SeenAt, int Misses);
}
