using System.Runtime.CompilerServices;
using System.Threading.Channels;
using StackExchange.Redis;
using ThesisApp.Coordination.Store;

namespace ThesisApp.Coordination.Events;

/// <summary>Ends of runs as <c>notify</c> in prelude.lua publishes them: the run's id on a line of its own, then an announcement of its last events.</summary>
internal sealed class RedisRunEndings : IRunEndings
{
    private const int EndingsKept = 4_096;

    private readonly ISubscriber _subscriber;

    // Whoever reads too slowly loses the oldest, not the process its memory.
    private readonly Channel<RunEnding> _endings = Channel.CreateBounded<RunEnding>(new BoundedChannelOptions(EndingsKept) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true, AllowSynchronousContinuations = true });

    private RedisRunEndings(ISubscriber subscriber) => _subscriber = subscriber;

    /// <summary>Subscribes.</summary>
    public static async Task<RedisRunEndings> OpenAsync(ISubscriber subscriber, CancellationToken cancellationToken)
    {
        RedisRunEndings endings = new(subscriber);
        await subscriber.SubscribeAsync(GlobalKeys.Ended, endings.OnEnded).WaitAsync(cancellationToken);
        return endings;
    }

    public async IAsyncEnumerable<RunEnding> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (RunEnding ending in _endings.Reader.ReadAllAsync(cancellationToken))
        {
            yield return ending;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _endings.Writer.TryComplete();
        await _subscriber.UnsubscribeAsync(GlobalKeys.Ended, OnEnded);
    }

    private void OnEnded(RedisChannel channel, RedisValue message)
    {
        string text = message.ToString();
        int end = text.IndexOf('\n', StringComparison.Ordinal);
        if (end <= 0)
        {
            return;
        }

        string runId = text[..end];
        EventAnnouncement announced = EventAnnouncement.Read(text[(end + 1)..]);
        _endings.Writer.TryWrite(new RunEnding(runId, announced.TryReadAfter(runId, announced.Last - announced.Lines.Count) ?? []));
    }
}
