using System.Runtime.CompilerServices;
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
    private const int AnnouncementsKept = 256;

    public async Task<IReadOnlyList<RunEvent>> ReadAsync(string runId, long after, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        RedisValue[] entries = await redis.GetDatabase().ListRangeAsync(RunKeys.Events(runId), after, after > long.MaxValue - limit ? -1 : after + limit - 1).WaitAsync(cancellationToken);
        RunEvent[] events = new RunEvent[entries.Length];
        for (int i = 0; i < entries.Length; i++)
        {
            events[i] = EventReader.Read(runId, after + i + 1, ((ReadOnlyMemory<byte>)entries[i]).Span);
        }

        return events;
    }

    public async IAsyncEnumerable<RunEvent> FollowAsync(string runId, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // What is dropped is noticed by its gap, and read from the list.
        Channel<EventAnnouncement> news = Channel.CreateBounded<EventAnnouncement>(new BoundedChannelOptions(AnnouncementsKept) { FullMode = BoundedChannelFullMode.DropOldest });
        ISubscriber subscriber = redis.GetSubscriber();
        RedisChannel channel = RunKeys.EventChannel(runId);
        void OnNews(RedisChannel source, RedisValue message) => news.Writer.TryWrite(EventAnnouncement.Read(message));

        await subscriber.SubscribeAsync(channel, OnNews).WaitAsync(cancellationToken);
        try
        {
            EventAnnouncement announced = EventAnnouncement.None;
            while (true)
            {
                IReadOnlyList<RunEvent> events = announced.TryReadAfter(runId, after) ?? await ReadAsync(runId, after, BatchSize, cancellationToken);
                foreach (RunEvent happened in events)
                {
                    after = happened.Sequence;
                    yield return happened;
                }

                // Asked where an event may have been the last one, and where the log itself held nothing new.
                bool mayHaveEnded = events.Count == 0 ? announced.Last == 0 : events[^1].Type.StartsWith("run-", StringComparison.Ordinal);
                if (mayHaveEnded && await HasEndedAsync(runId, after, cancellationToken))
                {
                    yield break;
                }

                if (events.Count == 0 || announced.HoldsAll(after))
                {
                    announced = await WaitForNewsAsync(news.Reader, cancellationToken);
                }
            }
        }
        finally
        {
            await subscriber.UnsubscribeAsync(channel, OnNews);
        }
    }

    public async Task<IRunEndings> OpenEndingsAsync(CancellationToken cancellationToken) => await RedisRunEndings.OpenAsync(redis.GetSubscriber(), cancellationToken);

    // The state is read before the length: an event that comes in between makes the length larger, never the state final too early.
    private async Task<bool> HasEndedAsync(string runId, long after, CancellationToken cancellationToken)
    {
        IDatabase database = redis.GetDatabase();
        RedisValue state = await database.HashGetAsync(RunKeys.Meta(runId), "state").WaitAsync(cancellationToken);
        bool final = state.IsNull || state == "succeeded" || state == "failed" || state == "cancelled";
        return final && await database.ListLengthAsync(RunKeys.Events(runId)).WaitAsync(cancellationToken) <= after;
    }

    private async Task<EventAnnouncement> WaitForNewsAsync(ChannelReader<EventAnnouncement> news, CancellationToken cancellationToken)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.Value.PollInterval);
        try
        {
            return await news.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The poll behind the announcements: time to look anyway.
            return EventAnnouncement.None;
        }
    }
}
