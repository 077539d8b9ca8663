using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using ThesisApp.Contracts.Runs;
using ThesisApp.Coordination.Store;

namespace ThesisApp.Coordination.Events;

/// <summary>The event log on Redis, Valkey or Garnet: a list whose indexes are the sequence numbers.</summary>
internal sealed class RedisEventLog(IConnectionMultiplexer redis, IOptions<CoordinationOptions> options) : IEventLog
{
    private const int BatchSize = 500;

    public async Task<IReadOnlyList<RunEvent>> ReadAsync(string runId, long after, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        RedisValue[] entries = await redis.GetDatabase().ListRangeAsync(RunKeys.Events(runId), after, after > long.MaxValue - limit ? -1 : after + limit - 1).WaitAsync(cancellationToken);
        RunEvent[] events = new RunEvent[entries.Length];
        for (int i = 0; i < entries.Length; i++)
        {
            EventRecord record = JsonSerializer.Deserialize((byte[])entries[i]!, CoordinationJson.Default.EventRecord)
                ?? throw new InvalidDataException($"Event {after + i + 1} of run {runId} cannot be read.");
            events[i] = new RunEvent(
                after + i + 1,
                DateTimeOffset.FromUnixTimeMilliseconds((long)record.At),
                record.Type,
                record.Task,
                record.Agent,
                (int)record.Attempt,
                record.Message);
        }

        return events;
    }

    public async IAsyncEnumerable<RunEvent> FollowAsync(string runId, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Channel<bool> news = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        ISubscriber subscriber = redis.GetSubscriber();
        RedisChannel channel = RunKeys.EventChannel(runId);
        void OnNews(RedisChannel source, RedisValue message) => news.Writer.TryWrite(true);

        await subscriber.SubscribeAsync(channel, OnNews).WaitAsync(cancellationToken);
        try
        {
            while (true)
            {
                IReadOnlyList<RunEvent> events = await ReadAsync(runId, after, BatchSize, cancellationToken);
                foreach (RunEvent happened in events)
                {
                    after = happened.Sequence;
                    yield return happened;
                }

                if (events.Count == 0)
                {
                    if (await HasEndedAsync(runId, after, cancellationToken))
                    {
                        yield break;
                    }

                    await WaitForNewsAsync(news.Reader, cancellationToken);
                }
            }
        }
        finally
        {
            await subscriber.UnsubscribeAsync(channel, OnNews);
        }
    }

    // The state is read before the length: an event that comes in between makes the length larger, never the state final too early.
    private async Task<bool> HasEndedAsync(string runId, long after, CancellationToken cancellationToken)
    {
        IDatabase database = redis.GetDatabase();
        RedisValue state = await database.HashGetAsync(RunKeys.Meta(runId), "state").WaitAsync(cancellationToken);
        bool final = state.IsNull || state == "succeeded" || state == "failed" || state == "cancelled";
        return final && await database.ListLengthAsync(RunKeys.Events(runId)).WaitAsync(cancellationToken) <= after;
    }

    private async Task WaitForNewsAsync(ChannelReader<bool> news, CancellationToken cancellationToken)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.Value.PollInterval);
        try
        {
            await news.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The poll behind the announcements: time to look anyway.
        }
    }
}
