using StackExchange.Redis;

namespace ThesisApp.Coordination.Store;

/// <summary>A subscription that is made when it is first needed; the client restores it after a lost connection.</summary>
internal sealed class LazySubscription(IConnectionMultiplexer redis, RedisChannel channel, Action<RedisValue> onMessage) : IDisposable
{
    private readonly SemaphoreSlim _subscribing = new(1, 1);
    private readonly Action<RedisChannel, RedisValue> _handler = (_, message) => onMessage(message);
    private volatile bool _isMade;

    /// <summary>Subscribes unless that was done.</summary>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (_isMade)
        {
            return;
        }

        await _subscribing.WaitAsync(cancellationToken);
        try
        {
            if (!_isMade)
            {
                await SubscribeAsync(cancellationToken);
                _isMade = true;
            }
        }
        finally
        {
            _subscribing.Release();
        }
    }

    private async Task SubscribeAsync(CancellationToken cancellationToken)
    {
        ISubscriber subscriber = redis.GetSubscriber();
        try
        {
            await subscriber.SubscribeAsync(channel, _handler).WaitAsync(cancellationToken);
        }
        catch
        {
            // The client keeps the handler of a subscription that failed: with the next try's, each message would come twice.
            subscriber.Unsubscribe(channel, _handler, CommandFlags.FireAndForget);
            throw;
        }
    }

    public void Dispose() => _subscribing.Dispose();
}
