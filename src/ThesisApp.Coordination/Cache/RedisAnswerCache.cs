using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using ThesisApp.Coordination.Store;

namespace ThesisApp.Coordination.Cache;

/// <summary>Answers of models on Redis, Valkey or Garnet, shared by all agents: a task that is done again, after a crash, asks for nothing that was paid for already. A store that is away counts as an empty cache.</summary>
internal sealed partial class RedisAnswerCache(IConnectionMultiplexer redis, IOptions<CoordinationOptions> options, ILogger<RedisAnswerCache> logger) : IDistributedCache
{
    // Answers are of use as long as a run lasts, even where finished results are not to be kept.
    private static readonly TimeSpan ShortestRetention = TimeSpan.FromDays(1);

    private readonly CacheKeys _keys = new(options.Value);

    private TimeSpan Retention => options.Value.CacheRetention > ShortestRetention ? options.Value.CacheRetention : ShortestRetention;

    public byte[]? Get(string key) => redis.GetDatabase().StringGet(_keys.Answer(key));

    public async Task<byte[]?> GetAsync(string key, CancellationToken token = default)
    {
        try
        {
            return await redis.GetDatabase().StringGetAsync(_keys.Answer(key)).WaitAsync(token);
        }
        catch (Exception exception) when (StoreFaults.IsPassing(exception))
        {
            LogAway(logger, exception.Message);
            return null;
        }
    }

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => redis.GetDatabase().StringSet(_keys.Answer(key), value, Retention);

    public async Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
    {
        try
        {
            await redis.GetDatabase().StringSetAsync(_keys.Answer(key), value, Retention).WaitAsync(token);
        }
        catch (Exception exception) when (StoreFaults.IsPassing(exception))
        {
            LogAway(logger, exception.Message);
        }
    }

    public void Refresh(string key) => redis.GetDatabase().KeyExpire(_keys.Answer(key), Retention);

    public Task RefreshAsync(string key, CancellationToken token = default) => redis.GetDatabase().KeyExpireAsync(_keys.Answer(key), Retention).WaitAsync(token);

    public void Remove(string key) => redis.GetDatabase().KeyDelete(_keys.Answer(key));

    public Task RemoveAsync(string key, CancellationToken token = default) => redis.GetDatabase().KeyDeleteAsync(_keys.Answer(key)).WaitAsync(token);

    [LoggerMessage(5, LogLevel.Warning, "The cache of answers is away: {Reason}")]
    private static partial void LogAway(ILogger logger, string reason);
}
