using System.Collections.Concurrent;
using StackExchange.Redis;
using ThesisApp.Coordination.Store;

namespace ThesisApp.Coordination.Chapters;

/// <summary>Tells agents that are bound to a run when something has happened in it. They may listen to their run's channel, not to the one on which all runs announce their work.</summary>
internal sealed class RunNews(IConnectionMultiplexer redis) : IDisposable
{
    // A process has as many as it is bound to, which is one.
    private readonly ConcurrentDictionary<string, Channel> _channels = new(StringComparer.Ordinal);

    /// <summary>Listens, and completes the task that it returns with the next event of the run.</summary>
    public async Task<Task> ListenAsync(string runId, CancellationToken cancellationToken)
    {
        Channel channel = _channels.GetOrAdd(runId, run => new Channel(redis, run));
        await channel.Subscription.EnsureAsync(cancellationToken);
        return channel.Next;
    }

    public void Dispose()
    {
        foreach (Channel channel in _channels.Values)
        {
            channel.Subscription.Dispose();
        }
    }

    private sealed class Channel
    {
        private TaskCompletionSource _next = New();

        public Channel(IConnectionMultiplexer redis, string runId) =>
            Subscription = new LazySubscription(redis, RunKeys.EventChannel(runId), _ => Interlocked.Exchange(ref _next, New()).SetResult());

        public LazySubscription Subscription { get; }

        public Task Next => Volatile.Read(ref _next).Task;

        // Continued elsewhere: the agent's work must not hold up the connection that brings the news.
        private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
