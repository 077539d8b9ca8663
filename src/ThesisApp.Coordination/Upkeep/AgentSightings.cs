using ThesisApp.Coordination.Agents;

namespace ThesisApp.Coordination.Upkeep;

/// <summary>
/// What the looks have shown of each agent, and what follows from it. An agent whose channel two looks in a row miss is dead, unless it has withdrawn. An agent whose channel was never seen (it died before
/// this process's first look, or in the middle of its start), and any agent after trouble of the watch's own, is dead only once nothing was heard of it for <see cref="Patience"/>: a store that
/// was away has lost everybody's connection, and each comes back in its own time.
/// </summary>
internal sealed class AgentSightings(TimeSpan retention, TimeProvider time)
{
    /// <summary>Longer than a living agent needs to connect again and to announce itself.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private const int MissesOfTheDead = 2;

    // The largest integer that Lua's numbers hold exactly.
    private const long EndOfTime = 9_007_199_254_740_991;

    private readonly Dictionary<string, Sight> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Absence> _unseen = new(StringComparer.Ordinal);
    private long? _trouble;

    /// <summary>Notes that what is missing may be missing for the watch's own reasons.</summary>
    public void Trouble()
    {
        _trouble = time.GetTimestamp();
        foreach ((string channel, Sight sight) in _seen.ToArray())
        {
            _seen[channel] = sight with { Misses = 0 };
        }

        foreach ((string agentId, Absence absence) in _unseen.Where(entry => !entry.Value.IsSettled).ToArray())
        {
            _unseen[agentId] = absence with { Since = _trouble.Value };
        }
    }

    /// <summary>Takes in what one look shows.</summary>
    /// <param name="now">The store's time (ms), taken before the rest.</param>
    /// <param name="announced">When (ms) each agent on the list last announced itself; read before the channels, so that whoever stands here for longer than a moment and lives has one.</param>
    /// <param name="channels">The channels that there are.</param>
    /// <returns>Agents that are seen for the first time, and those that are dead; the latter come again until they are settled.</returns>
    public (IReadOnlyList<string> New, IReadOnlyList<DeadAgent> Dead) Look(long now, IReadOnlyDictionary<string, long> announced, IReadOnlySet<string> channels)
    {
        List<string> fresh = [];
        foreach (string channel in channels)
        {
            string agentId = AgentConnections.AgentOf(channel);
            if (!_seen.ContainsKey(channel))
            {
                fresh.Add(agentId);
            }

            _seen[channel] = new Sight(now, announced.GetValueOrDefault(agentId), MissedAt: 0, Misses: 0);
        }

        bool patient = _trouble is { } trouble && time.GetElapsedTime(trouble) < Patience;
        HashSet<string> present = [.. channels.Select(AgentConnections.AgentOf)];
        List<DeadAgent> dead = [.. Miss(now, announced, channels, present, patient)];
        dead.AddRange(MissUnseen(announced, patient));
        return (fresh, dead);
    }

    /// <summary>Forgets an agent whose leases were taken back.</summary>
    public void Settle(DeadAgent dead, IReadOnlyDictionary<string, long> announced)
    {
        if (dead.Channel is not null)
        {
            _seen.Remove(dead.Channel);
        }

        // It stays on the list for a while, which is no news.
        if (announced.TryGetValue(dead.AgentId, out long at))
        {
            _unseen[dead.AgentId] = new Absence(at, time.GetTimestamp(), IsSettled: true);
        }
    }

    private IEnumerable<DeadAgent> Miss(long now, IReadOnlyDictionary<string, long> announced, IReadOnlySet<string> channels, HashSet<string> present, bool patient)
    {
        foreach ((string channel, Sight sight) in _seen.Where(sight => !channels.Contains(sight.Key)).ToArray())
        {
            string agentId = AgentConnections.AgentOf(channel);
            bool listed = announced.TryGetValue(agentId, out long announcedAt);

            // It has spoken since it was first missed: it lives, or died only then.
            bool isFirst = sight.Misses == 0 || (listed && announcedAt > sight.MissedAt && !present.Contains(agentId));
            Sight missed = isFirst ? sight with { MissedAt = now, Misses = 1 } : sight with { Misses = sight.Misses + 1 };
            if (listed && !present.Contains(agentId))
            {
                missed = missed with { AnnouncedAt = announcedAt };
            }

            _seen[channel] = missed;
            if (missed.Misses < MissesOfTheDead || patient)
            {
                continue;
            }

            // Who has withdrawn has given its task back before; who only fell off the list by its age has not.
            if (listed || (sight.AnnouncedAt > 0 && now - sight.AnnouncedAt >= retention.TotalMilliseconds))
            {
                // A successor may bear the same id: what began after the dead one was last there is the successor's.
                yield return new DeadAgent(agentId, channel, present.Contains(agentId) ? sight.SeenAt : EndOfTime);
            }
            else
            {
                _seen.Remove(channel);
            }
        }
    }

    private IEnumerable<DeadAgent> MissUnseen(IReadOnlyDictionary<string, long> announced, bool patient)
    {
        HashSet<string> known = [.. _seen.Keys.Select(AgentConnections.AgentOf)];
        foreach (string agentId in _unseen.Keys.Where(agentId => !announced.ContainsKey(agentId) || known.Contains(agentId)).ToArray())
        {
            _unseen.Remove(agentId);
        }

        foreach ((string agentId, long at) in announced.Where(entry => !known.Contains(entry.Key)))
        {
            if (!_unseen.TryGetValue(agentId, out Absence absence) || absence.AnnouncedAt != at)
            {
                _unseen[agentId] = new Absence(at, time.GetTimestamp(), IsSettled: false);
            }
            else if (!absence.IsSettled && !patient && time.GetElapsedTime(absence.Since) >= Patience)
            {
                yield return new DeadAgent(agentId, Channel: null, EndOfTime);
            }
        }
    }

    /// <summary>When (the store's clock, ms) an agent's channel was last there, when it had last announced itself by then, and the first look of those in a row that have missed it since.</summary>
    private readonly record struct Sight(long SeenAt, long AnnouncedAt, long MissedAt, int Misses);

    /// <summary>The last announcement (the store's clock, ms) of an agent without a channel, since when nothing more was heard of it, and whether its leases were taken back.</summary>
    private readonly record struct Absence(long AnnouncedAt, long Since, bool IsSettled);
}
