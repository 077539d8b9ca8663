using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using ThesisApp.Coordination.Store;

namespace ThesisApp.Coordination.Board;

/// <summary>
/// Lets the board hand tasks to agents of this process that wait: the script that makes a task ready leases it to one of them and sends the lease along (handover.lua), which saves the agent's asking, and
/// all the other agents theirs. It only makes things faster: whatever is lost on this way is found by asking, or runs out as a dead agent's lease does. Garnet and clusters do without.
/// </summary>
internal sealed partial class WaitingAgents : IDisposable
{
    // Fields of a message: the place's number, the run, its priority and weight, and then the lease's.
    private const int LeaseFrom = 4;

    // The store may have lost what it was told.
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(30);

    // Who has said nothing for so long is gone.
    private static readonly TimeSpan Oblivion = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Farewell = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentDictionary<long, WaitingPlace> _places = new();
    private readonly ConcurrentDictionary<string, WaitingPlace> _prepared = new(StringComparer.Ordinal);
    private readonly RedisChannel _channel = GlobalKeys.HandOver(RandomNumberGenerator.GetHexString(16, lowercase: true));
    private readonly IConnectionMultiplexer _redis;
    private readonly ScriptRunner _scripts;
    private readonly StoreTopology _store;
    private readonly TimeSpan _leaseDuration;
    private readonly TimeProvider _time;
    private readonly ILogger<WaitingAgents> _logger;
    private readonly LazySubscription _handOvers;
    private long _lastNumber;

    public WaitingAgents(
        IConnectionMultiplexer redis,
        ScriptRunner scripts,
        StoreTopology store,
        IOptions<CoordinationOptions> options,
        TimeProvider time,
        ILogger<WaitingAgents> logger)
    {
        _redis = redis;
        _scripts = scripts;
        _store = store;
        _leaseDuration = options.Value.LeaseDuration;
        _time = time;
        _logger = logger;
        _handOvers = new(redis, _channel, OnHandedOver);
    }

    /// <summary>The place that an agent is put on if there is no next task for it; null where there is none to be had: a result must not be held up by that.</summary>
    public async ValueTask<WaitingPlace?> PrepareAsync(string agentId, CancellationToken cancellationToken)
    {
        if (!_store.CanShareKeys || !await TryAsync(_handOvers.EnsureAsync(cancellationToken)))
        {
            return null;
        }

        return _prepared.GetOrAdd(agentId, Open);
    }

    /// <summary>Gives back what was handed to an agent that has a task in hand: a repeated delivery may bring it one although it waited already.</summary>
    public void ReturnStray(string agentId)
    {
        if (_prepared.TryGetValue(agentId, out WaitingPlace? place) && place.Handed.IsCompleted)
        {
            GiveUp(place);
        }
    }

    /// <summary>The place of an agent that begins to wait: the prepared one, or one that nobody knows of until it is announced.</summary>
    public WaitingPlace TakePlace(string agentId) => _prepared.TryRemove(agentId, out WaitingPlace? prepared) ? prepared : Open(agentId);

    /// <summary>Notes that the store has put an agent on its prepared place, or may have.</summary>
    public void NoteAnnounced(WaitingPlace place)
    {
        place.Announced = _time.GetTimestamp();
        place.Announcements++;
    }

    /// <summary>Gives a prepared place up that the agent does not need after all.</summary>
    public void GiveUp(WaitingPlace place)
    {
        _prepared.TryRemove(KeyValuePair.Create(place.AgentId, place));
        place.Dispose();
    }

    /// <summary>Tells the store that an agent waits, where it can be told, and now and then once more.</summary>
    public async Task AnnounceAsync(WaitingPlace place, CancellationToken cancellationToken)
    {
        if ((place.Announcements > 0 && _time.GetElapsedTime(place.Announced) < Renewal) || !_store.CanShareKeys)
        {
            return;
        }

        if (await TryAsync(_handOvers.EnsureAsync(cancellationToken)))
        {
            NoteAnnounced(place);
            await TryAsync(_scripts.RunAsync(
                BoardScript.Wait, [GlobalKeys.Waiting], [place.Member, Oblivion.TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture)], cancellationToken));
        }
    }

    /// <summary>Takes back that an agent waits, for one that stops: a task that is on its way to it is given back before this process is gone.</summary>
    public async Task LeaveAsync(WaitingPlace place)
    {
        if (place.Announcements == 0)
        {
            return;
        }

        try
        {
            bool waited = await _redis.GetDatabase().SortedSetRemoveAsync(GlobalKeys.Waiting, place.Member).WaitAsync(Farewell, _time);
            if (!waited)
            {
                await place.Handed.WaitAsync(Farewell, _time);
            }
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException or ObjectDisposedException)
        {
            LogNotSent(_logger, exception.Message);
        }

        if (place.Take() is { } handed)
        {
            await ReturnAsync(handed);
        }
    }

    /// <summary>Knows a place no more.</summary>
    public void Close(WaitingPlace place)
    {
        // One that was handed a task is off the store's list, unless it was put there once more.
        _places.TryRemove(place.Number, out _);
        if (place.Announcements > (place.IsHanded ? 1 : 0))
        {
            Send(database => database.SortedSetRemoveAsync(GlobalKeys.Waiting, place.Member, CommandFlags.FireAndForget));
        }
    }

    /// <summary>Gives a lease back that nobody waits for any more.</summary>
    public async Task ReturnAsync(HandedLease handed)
    {
        try
        {
            await _scripts.RunAsync(BoardScript.Release, handed.Lease.RunId, [handed.Lease.Task.Id, handed.Lease.Token], CancellationToken.None);
        }
        catch (Exception exception) when (exception is RedisException or ObjectDisposedException)
        {
            // It runs out.
            LogNotReturned(_logger, handed.Lease.Task.Id, handed.Lease.RunId, exception.Message);
        }
    }

    public void Dispose() => _handOvers.Dispose();

    private WaitingPlace Open(string agentId)
    {
        long number = Interlocked.Increment(ref _lastNumber);
        string member = string.Create(CultureInfo.InvariantCulture, $"{_channel} {number} {_leaseDuration.TotalMilliseconds:F0} {agentId}");
        WaitingPlace place = new(this, number, member, agentId);
        _places[number] = place;
        return place;
    }

    private void OnHandedOver(RedisValue message)
    {
        string[]? fields;
        try
        {
            fields = JsonSerializer.Deserialize(((ReadOnlyMemory<byte>)message).Span, CoordinationJson.Default.StringArray);
        }
        catch (JsonException exception)
        {
            LogUnreadable(_logger, exception.Message);
            return;
        }

        if (fields is not { Length: LeaseFrom + LeaseReader.FieldCount } || !long.TryParse(fields[0], CultureInfo.InvariantCulture, out long number))
        {
            LogUnreadable(_logger, $"{fields?.Length} fields");
            return;
        }

        bool isThere = _places.TryRemove(number, out WaitingPlace? place);
        (TaskLease lease, TimeSpan latency) = LeaseReader.Read(
            Array.ConvertAll(fields, field => RedisResult.Create((RedisValue)field)), LeaseFrom, fields[1], place?.AgentId ?? string.Empty, _leaseDuration);
        HandedLease handed = new(
            lease with { TurnBegan = _time.GetTimestamp() }, latency, int.Parse(fields[2], CultureInfo.InvariantCulture), int.Parse(fields[3], CultureInfo.InvariantCulture));
        if (!isThere || !place!.TryGive(handed))
        {
            _ = ReturnAsync(handed);
        }
    }

    // It only makes things faster: without it the agent asks.
    private async Task<bool> TryAsync(Task step)
    {
        try
        {
            await step;
            return true;
        }
        catch (RedisServerException denial) when (_store.NoteDenial(denial))
        {
            return false;
        }
        catch (Exception exception) when (exception is RedisException)
        {
            LogNotSent(_logger, exception.Message);
            return false;
        }
    }

    // What goes wrong here costs speed, no more.
    private void Send(Func<IDatabase, Task> command)
    {
        try
        {
            _ = command(_redis.GetDatabase());
        }
        catch (Exception exception) when (exception is RedisException or ObjectDisposedException)
        {
            LogNotSent(_logger, exception.Message);
        }
    }

    [LoggerMessage(40, LogLevel.Warning, "A task that was handed over is in no form that this agent reads ({Reason}); its lease runs out. Are all processes of the same version?")]
    private static partial void LogUnreadable(ILogger logger, string reason);

    [LoggerMessage(41, LogLevel.Debug, "{TaskId} of run {RunId} was handed over to an agent that waits no more and could not be given back; its lease runs out: {Reason}")]
    private static partial void LogNotReturned(ILogger logger, string taskId, string runId, string reason);

    [LoggerMessage(42, LogLevel.Debug, "The store was not told who waits for tasks: {Reason}")]
    private static partial void LogNotSent(ILogger logger, string reason);
}
