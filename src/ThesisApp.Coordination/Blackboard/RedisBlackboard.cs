using StackExchange.Redis;
using ThesisApp.Coordination.Store;

namespace ThesisApp.Coordination.Blackboard;

/// <summary>The blackboard on Redis, Valkey or Garnet.</summary>
internal sealed class RedisBlackboard(IConnectionMultiplexer redis) : IBlackboard
{
    public async Task<ReadOnlyMemory<byte>?> ReadAsync(string runId, string name, CancellationToken cancellationToken) =>
        ToMemory(await redis.GetDatabase().HashGetAsync(RunKeys.Artifacts(runId), name).WaitAsync(cancellationToken));

    public async Task<IReadOnlyList<ReadOnlyMemory<byte>?>> ReadManyAsync(string runId, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        if (names.Count == 0)
        {
            return [];
        }

        RedisValue[] fields = [.. names.Select(name => (RedisValue)name)];
        RedisValue[] values = await redis.GetDatabase().HashGetAsync(RunKeys.Artifacts(runId), fields).WaitAsync(cancellationToken);
        return Array.ConvertAll(values, ToMemory);
    }

    public async Task<IReadOnlyList<string>> ListAsync(string runId, CancellationToken cancellationToken)
    {
        RedisValue[] names = await redis.GetDatabase().HashKeysAsync(RunKeys.Artifacts(runId)).WaitAsync(cancellationToken);
        string[] sorted = Array.ConvertAll(names, name => name.ToString());
        Array.Sort(sorted, StringComparer.Ordinal);
        return sorted;
    }

    private static ReadOnlyMemory<byte>? ToMemory(RedisValue value) => value.IsNull ? (ReadOnlyMemory<byte>?)null : (ReadOnlyMemory<byte>)value;
}
