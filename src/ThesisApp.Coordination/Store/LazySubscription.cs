using StackExchange.Redis;

namespace ThesisApp.Coordination.Store;

/// <summary>A subscription that is made when it is first needed; the client restores it after a lost connection.</summary>
internal sealed class LazySubscription(IConnectionMultiplexer redis, RedisChannel channel, Action<RedisValue> onMessage) : IDisposable
{
    private readonly SemaphoreSlim _subscribing = new(1, 1);
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
                await redis.GetSubscriber().SubscribeAsync(channel, (_, message) => onMessage(message)).WaitAsync(cancellationToken);
                _isMade = true;
            }
        }
        finally
        {
            _subscribing.Release();
        }
    }

    public void Dispose() => _subscribing.Dispose();
}
