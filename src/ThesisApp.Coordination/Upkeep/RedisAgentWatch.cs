using System.Globalization;
using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using ThesisApp.Coordination.Agents;
using ThesisApp.Coordination.Store;

namespace ThesisApp.Coordination.Upkeep;

/// <summary>Watches the agents' channels on Redis, Valkey or Garnet. A takeover is never wrong, only needless at worst: the fencing token turns the late result of an agent away that lives after all.</summary>
internal sealed partial class RedisAgentWatch : IAgentWatch, IDisposable
{
    private const int RunsAtATime = 64;

    private readonly IConnectionMultiplexer _redis;
    private readonly ScriptRunner _scripts;
    private readonly ActiveRuns _activeRuns;
    private readonly ILogger<RedisAgentWatch> _logger;
    private readonly AgentSightings _sightings;
    private HashSet<EndPoint> _asked = [];
    private int _disturbances;
    private int _disturbancesSeen;

    public RedisAgentWatch(
        IConnectionMultiplexer redis, ScriptRunner scripts, ActiveRuns activeRuns, IOptions<CoordinationOptions> options, TimeProvider time, ILogger<RedisAgentWatch> logger)
    {
        (_redis, _scripts, _activeRuns, _logger) = (redis, scripts, activeRuns, logger);
        _sightings = new AgentSightings(options.Value.AgentRetention, time);
        _redis.ConnectionFailed += OnDisturbed;
        _redis.ConnectionRestored += OnDisturbed;
    }

    public async Task<int> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            // In a cluster each node knows its own subscribers only.
            IServer[] servers = [.. _redis.GetServers().Where(server => server.IsConnected)];
            if (servers.Length == 0)
            {
                _sightings.Trouble();
                return 0;
            }

            // In this order: who leases has had first an entry, then a channel since before; who has only just put itself on the list is given time for the channel.
            DateTime now = await servers[0].TimeAsync().WaitAsync(cancellationToken);
            Dictionary<string, long> announced = await ListAnnouncedAsync(cancellationToken);
            RedisChannel[][] answers = await Task.WhenAll(servers.Select(server => server.SubscriptionChannelsAsync(AgentConnections.Every))).WaitAsync(cancellationToken);
            HashSet<string> channels = [.. answers.SelectMany(channels => channels).Select(channel => channel.ToString())];

            NoteDisturbances([.. servers.Select(server => server.EndPoint)]);
            (IReadOnlyList<string> fresh, IReadOnlyList<DeadAgent> dead) = _sightings.Look(new DateTimeOffset(now).ToUnixTimeMilliseconds(), announced, channels);
            foreach (string agentId in fresh)
            {
                LogSeen(_logger, agentId);
            }

            return dead.Count == 0 ? 0 : await TakeBackAsync(dead, announced, cancellationToken);
        }
        catch
        {
            _sightings.Trouble();
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

    private void NoteDisturbances(HashSet<EndPoint> asked)
    {
        // Another set of nodes gives other answers; the first look of all has nothing to compare.
        int disturbances = Volatile.Read(ref _disturbances);
        if (disturbances != _disturbancesSeen || (_asked.Count > 0 && !asked.SetEquals(_asked)))
        {
            _sightings.Trouble();
        }

        (_disturbancesSeen, _asked) = (disturbances, asked);
    }

    private async Task<Dictionary<string, long>> ListAnnouncedAsync(CancellationToken cancellationToken)
    {
        SortedSetEntry[] entries = await _scripts.Database.SortedSetRangeByScoreWithScoresAsync(GlobalKeys.AgentsSeen).WaitAsync(cancellationToken);

        // Agents write the list: two ids may read the same.
        Dictionary<string, long> announced = new(StringComparer.Ordinal);
        foreach (SortedSetEntry entry in entries)
        {
            announced[entry.Element.ToString()] = (long)entry.Score;
        }

        return announced;
    }

    private async Task<int> TakeBackAsync(IReadOnlyList<DeadAgent> dead, Dictionary<string, long> announced, CancellationToken cancellationToken)
    {
        List<RedisValue> arguments = [];
        foreach (IGrouping<string, DeadAgent> lives in dead.GroupBy(agent => agent.AgentId, StringComparer.Ordinal))
        {
            LogGone(_logger, lives.Key);
            arguments.Add(lives.Key);
            arguments.Add(lives.Max(agent => agent.BegunUpTo).ToString(CultureInfo.InvariantCulture));
        }

        // Some at a time, as the sweeps do.
        int count = 0;
        foreach (string[] some in (await _activeRuns.ListAsync(cancellationToken)).Chunk(RunsAtATime))
        {
            count += (await Task.WhenAll(some.Select(runId => TakeBackAsync(runId, [.. arguments], cancellationToken)))).Sum();
        }

        // Only now: what an error has kept from being taken back is tried again.
        foreach (DeadAgent agent in dead)
        {
            _sightings.Settle(agent, announced);
        }

        return count;
    }

    private async Task<int> TakeBackAsync(string runId, RedisValue[] dead, CancellationToken cancellationToken)
    {
        try
        {
            return (int)await _scripts.RunAsync(BoardScript.Reclaim, runId, dead, cancellationToken);
        }
        catch (Exception exception) when (StoreFaults.IsUnreadable(exception))
        {
            // What of it can be read, the sweeps say. The dead have leases in other runs, too.
            return 0;
        }
    }

    [LoggerMessage(5, LogLevel.Debug, "Agent {AgentId} is connected.")]
    private static partial void LogSeen(ILogger logger, string agentId);

    [LoggerMessage(6, LogLevel.Warning, "Agent {AgentId} is no longer connected and has not withdrawn: it is taken for dead.")]
    private static partial void LogGone(ILogger logger, string agentId);
}
